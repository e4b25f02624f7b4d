package dev.touchstone.batch.step;

import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * Failures of the database that are nobody's mistake in the program, in words: what happened, and
 * what to do before the work is begun again. Told by PostgreSQL's error codes (appendix A of its
 * manual).
 */
public final class DatabaseTrouble {

  private static final String DISK_FULL = "53100";
  private static final String OUT_OF_MEMORY = "53200";
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final String CANCELED = "57014";
  private static final String READ_ONLY = "25006";
  private static final String CONNECTION_CLASS = "08";
  private static final String PROTOCOL_VIOLATION = "08P01";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";
  private static final String SERIALIZATION_FAILURE = "40001";

  /**
   * Of operator intervention all but {@link #CANCELED}: sessions ended, a server going or coming.
   */
  private static final String SHUTDOWN_CLASS = "57P";

  /** What the pool says of a connection that broke in somebody's hands. */
  private static final String POOL_HAS_CLOSED = "Connection is closed";

  private static final String GONE =
      "The connection to the database is gone (%s): see that the database runs and can be reached.";

  private DatabaseTrouble() {}

  /** The sentence for a failure; empty where it is of another kind. */
  public static Optional<String> findSentence(Throwable failure) {
    Optional<String> sentence = Optional.empty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        Optional<String> ofCause = sentenceOf(sql);
        // What the server said, further down, says more than what the pool made of it.
        if (ofCause.isPresent() && (sentence.isEmpty() || sql.getSQLState() != null)) {
          sentence = ofCause;
        }
      }
    }
    return sentence;
  }

  private static Optional<String> sentenceOf(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      return withoutState(failure);
    }
    if (state.equals(PROTOCOL_VIOLATION)) {
      return says(
          "The database, or a pooler before it, and this program did not understand each other"
              + " (%s): name a PostgreSQL server itself, and see its log.",
          failure);
    }
    if (state.startsWith(CONNECTION_CLASS) || state.startsWith(SHUTDOWN_CLASS)) {
      return says(GONE, failure);
    }
    return switch (state) {
      case DISK_FULL -> says("The disk of the database is full (%s): make room there.", failure);
      case OUT_OF_MEMORY ->
          says(
              "The database has no memory left (%s): give its machine more, or less to do.",
              failure);
      case TOO_MANY_CONNECTIONS ->
          says("The database takes no more connections (%s): raise its max_connections.", failure);
      case CANCELED ->
          says(
              "The database broke a statement off (%s): where it took too long, raise the"
                  + " statement_timeout of this user.",
              failure);
      case READ_ONLY ->
          says("The database may only be read (%s): name the one that is written to.", failure);
      case LOCK_NOT_AVAILABLE ->
          says(
              "Something else holds what is needed in the database (%s): let it end, or end it"
                  + " (pg_stat_activity names it).",
              failure);
      case DEADLOCK, SERIALIZATION_FAILURE ->
          says(
              "Something else changed the same in the database at the same time (%s): nothing is"
                  + " half done, try again.",
              failure);
      default -> Optional.empty();
    };
  }

  /** The pool and the driver have no code for what they say of connections; others are mistakes. */
  private static Optional<String> withoutState(SQLException failure) {
    if (failure instanceof SQLFeatureNotSupportedException
        || failure instanceof SQLClientInfoException) {
      return Optional.empty();
    }
    if (failure instanceof SQLTransientConnectionException) {
      return says(
          "The database gave no connection in time (%s): see that it runs, can be reached and"
              + " takes as many connections.",
          failure);
    }
    return says(
        POOL_HAS_CLOSED.equals(failure.getMessage())
            ? GONE
            : "The database could not be used (%s): see that it runs and can be reached.",
        failure);
  }

  private static Optional<String> says(String sentence, SQLException failure) {
    String message = failure.getMessage();
    String words =
        message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    return Optional.of(sentence.formatted(words.strip().lines().findFirst().orElse("")));
  }
}
