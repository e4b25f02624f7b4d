package dev.touchstone.persistence.night;

import dev.touchstone.application.night.NightTakenOverException;
import dev.touchstone.persistence.postgres.AdvisoryLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Keeps out an owner of nights that another has taken over from: one that was paused, or whose
 * connection with the night lock was cut, and that does not know of it.
 *
 * <p>Each owner has a number, and each transaction of a night shares an advisory lock until its end
 * and then looks whether its owner's number is still the last. Whoever takes over needs that lock
 * alone, so that what was begun under the number before has ended by then, and what begins later
 * sees the new one.
 */
final class NightFence {

  private static final long KEY = 2010_10_31L;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final String SHARE = "SELECT pg_advisory_xact_lock_shared(" + KEY + ")";

  /** A statement of its own: it sees what was committed before the lock was had. */
  private static final String LAST = "SELECT number FROM night_owner";

  private static final String NEXT =
      """
      INSERT INTO night_owner (one, number) VALUES (true, 1)
      ON CONFLICT (one) DO UPDATE SET number = night_owner.number + 1
      RETURNING number
      """;

  private static final String OF_TRANSACTIONS =
      """
      FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND mode = 'ShareLock' AND objsubid = 1
        AND classid = 0 AND objid = %d
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """
          .formatted(KEY);

  private static final String CANCEL = "SELECT count(pg_cancel_backend(pid)) " + OF_TRANSACTIONS;

  private static final String TERMINATE =
      "SELECT count(pg_terminate_backend(pid, 5000)) " + OF_TRANSACTIONS;

  private final DataSource dataSource;
  private final Duration patience;

  /**
   * A fence around the nights in the database of the data source.
   *
   * @param patience how long the transactions of an owner that has lost its lock may go on before
   *     their connections are cut
   */
  NightFence(DataSource dataSource, Duration patience) {
    this.dataSource = dataSource;
    this.patience = patience;
  }

  /**
   * Makes whoever holds the night lock the last owner. What became of its predecessor is known
   * then: nothing of it is under way any more.
   *
   * @return its number
   */
  long takeOver() {
    AdvisoryLock alone = new AdvisoryLock(dataSource, KEY);
    Optional<AdvisoryLock.Held> held = alone.tryAcquire();
    long end = System.nanoTime() + patience.toNanos();
    while (held.isEmpty()) {
      pause();
      if (System.nanoTime() - end > 0) {
        ask(TERMINATE);
      }
      held = alone.tryAcquire();
    }
    try {
      return ask(NEXT);
    } finally {
      held.get().close();
    }
  }

  /**
   * Keeps others from taking over until the connection's transaction ends.
   *
   * @throws NightTakenOverException if one has taken over already
   */
  static void enter(Connection connection, long number) throws SQLException {
    try (PreparedStatement share = connection.prepareStatement(SHARE)) {
      share.execute();
    }
    if (first(connection, LAST) != number) {
      throw new NightTakenOverException();
    }
  }

  boolean isLast(long number) {
    return ask(LAST) == number;
  }

  /** Cancels the statements that transactions of a night are running. */
  void breakOff() {
    ask(CANCEL);
  }

  /** On a connection of its own: this is no part of a caller's transaction. */
  private long ask(String sql) {
    Connection connection;
    try {
      connection = dataSource.getConnection();
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("No connection for the owner of a night", e);
    }
    try (connection) {
      return first(connection, sql);
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Ask for the owner of a night", sql, e);
    }
  }

  private static long first(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while taking over a night", e);
    }
  }
}
