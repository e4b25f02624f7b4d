package dev.touchstone.persistence.night;

import dev.touchstone.application.night.port.out.NightLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lock as an advisory lock of a PostgreSQL session. The session is a connection that is kept
 * for the lock alone: it ends with the process, and the lock with it.
 */
public final class AdvisoryNightLock implements NightLock {

  /** Any number will do that no other advisory lock in this database has: the program's start. */
  private static final long KEY = 2010_10_30L;

  private static final String TRY_LOCK = "SELECT pg_try_advisory_lock(" + KEY + ")";
  private static final String UNLOCK = "SELECT pg_advisory_unlock(" + KEY + ")";

  /** Of a lock by one number, its halves: the upper one is 0. */
  private static final String IS_HELD =
      """
      SELECT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND classid = 0 AND objid = %d
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      )
      """
          .formatted(KEY);

  private final DataSource dataSource;

  /** A lock among all processes that use the database of the data source. */
  public AdvisoryNightLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<Held> tryAcquire() {
    Connection connection;
    try {
      connection = dataSource.getConnection();
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("No connection for the night lock", e);
    }
    boolean held = false;
    try {
      held = ask(connection, TRY_LOCK);
      return held ? Optional.of(new HeldLock(connection)) : Optional.empty();
    } finally {
      if (!held) {
        close(connection);
      }
    }
  }

  @Override
  public boolean isHeld() {
    return JdbcClient.create(dataSource).sql(IS_HELD).query(Boolean.class).single();
  }

  private static boolean ask(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Ask for the night lock", sql, e);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Give up the night lock's connection", null, e);
    }
  }

  private record HeldLock(Connection connection) implements Held {

    /** Unlocks first: a pool keeps the session alive. */
    @Override
    public void close() {
      try {
        ask(connection, UNLOCK);
      } finally {
        AdvisoryNightLock.close(connection);
      }
    }
  }
}
