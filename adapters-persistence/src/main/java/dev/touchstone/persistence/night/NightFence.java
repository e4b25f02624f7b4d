package dev.touchstone.persistence.night;

import dev.touchstone.application.night.NightNotTakenOverException;
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
 * and then looks whether its owner's number is still the last. Whoever takes over draws the next
 * number, so that nothing more begins under the one before, and then needs that lock alone for a
 * moment, so that what was begun has ended.
 */
final class NightFence {

  private static final long KEY = 2010_10_31L;

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** How often the patience is waited for again once connections are being cut. */
  private static final int CUTS = 2;

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

  private static final String CANCEL =
      "SELECT count(pg_cancel_backend(pid)) " + OF_TRANSACTIONS + " AND pid <> pg_backend_pid()";

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
   * @throws NightNotTakenOverException if something of the predecessor's does not end
   */
  long takeOver() {
    long number = ask(NEXT);
    AdvisoryLock alone = new AdvisoryLock(dataSource, KEY);
    Optional<AdvisoryLock.Held> held = alone.tryAcquire();
    long begin = System.nanoTime();
    while (held.isEmpty()) {
      pause();
      long waited = System.nanoTime() - begin;
      if (waited > patience.toNanos() * (1 + CUTS)) {
        throw new NightNotTakenOverException(KEY);
      }
      if (waited > patience.toNanos()) {
        ask(TERMINATE);
      }
      held = alone.tryAcquire();
    }
    held.get().close();
    return number;
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

  /**
   * Cancels the statements that an owner's transactions are running; nothing, where another has
   * taken over, because they would be the other's. Nobody takes over meanwhile.
   *
   * @return whether the owner is the last
   */
  boolean breakOff(long number) {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try {
        enter(connection, number);
        first(connection, CANCEL);
        return true;
      } catch (NightTakenOverException takenOver) {
        return false;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Break off a night", CANCEL, e);
    }
  }

  /** On a connection of its own: this is no part of a caller's transaction. */
  private long ask(String sql) {
    try (Connection connection = connect()) {
      return first(connection, sql);
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Ask for the owner of a night", sql, e);
    }
  }

  private Connection connect() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("No connection for the owner of a night", e);
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
