package dev.touchstone.batch.step;

import java.sql.SQLException;
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

  /**
   * Of operator intervention all but {@link #CANCELED}: sessions ended, a server going or coming.
   */
  private static final String SHUTDOWN_CLASS = "57P";

  private DatabaseTrouble() {}

  /** The sentence for a failure; empty where it is of another kind. */
  public static Optional<String> findSentence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        Optional<String> sentence = sentenceOf(sql);
        if (sentence.isPresent()) {
          return sentence;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> sentenceOf(SQLException failure) {
    String state = failure.getSQLState();
    // The pool's own exceptions have no code, and speak of connections only.
    if (state == null
        || state.startsWith(CONNECTION_CLASS)
        || state.startsWith(SHUTDOWN_CLASS)
        || failure instanceof SQLTransientConnectionException) {
      return says(
          "The connection to the database is gone (%s): see that the database runs and can be"
              + " reached.",
          failure);
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
      default -> Optional.empty();
    };
  }

  private static Optional<String> says(String sentence, SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return Optional.of(sentence.formatted(message.lines().findFirst().orElse("").strip()));
  }
}
