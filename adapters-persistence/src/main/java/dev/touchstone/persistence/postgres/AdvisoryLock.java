package dev.touchstone.persistence.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * An advisory lock of a PostgreSQL session. The session is a connection that is kept for the lock
 * alone: it ends with the process, and the lock with it.
 */
public final class AdvisoryLock {

  private static final long LOWER_HALF = 0xFFFF_FFFFL;

  private static final int SECONDS_TO_ANSWER = 5;

  private static final String TRY_LOCK = "SELECT pg_try_advisory_lock(?)";

  /**
   * A session that is idle for hours is to live: no server ends it for that, and no firewall takes
   * it for dead, because the server says something every minute. Servers before 14 know no limit.
   */
  private static final String STAY_ALIVE =
      """
      SELECT count(set_config(name, CASE name WHEN 'idle_session_timeout' THEN '0' ELSE '60' END,
                              false))
      FROM pg_settings WHERE name IN ('idle_session_timeout', 'tcp_keepalives_idle')
      """;

  private static final String UNLOCK = "SELECT pg_advisory_unlock(?)";

  /** The system tells a key by its halves. */
  private static final String IS_HELD =
      """
      SELECT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objsubid = 1
          AND classid = :upper::bigint::oid AND objid = :lower::bigint::oid
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      )
      """;

  private final DataSource dataSource;
  private final long key;

  /**
   * A lock among all processes that use the database of the data source.
   *
   * @param key a number that no other advisory lock in the database has
   */
  public AdvisoryLock(DataSource dataSource, long key) {
    this.dataSource = dataSource;
    this.key = key;
  }

  /** The lock, unless another session holds it. */
  public Optional<Held> tryAcquire() {
    Connection connection;
    try {
      connection = dataSource.getConnection();
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("No connection for a lock", e);
    }
    boolean held = false;
    try {
      stayAlive(connection);
      held = ask(connection, TRY_LOCK, key);
      return held ? Optional.of(new Held(connection, key)) : Optional.empty();
    } finally {
      if (!held) {
        close(connection);
      }
    }
  }

  /** Whether any session holds the lock. */
  public boolean isHeld() {
    return JdbcClient.create(dataSource)
        .sql(IS_HELD)
        .param("upper", key >>> Integer.SIZE)
        .param("lower", key & LOWER_HALF)
        .query(Boolean.class)
        .single();
  }

  private static void stayAlive(Connection connection) {
    try (PreparedStatement statement = connection.prepareStatement(STAY_ALIVE)) {
      statement.execute();
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Keep a lock's session alive", STAY_ALIVE, e);
    }
  }

  private static boolean ask(Connection connection, String sql, long key) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Ask for a lock", sql, e);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Give up a lock's connection", null, e);
    }
  }

  /** The lock while it is held. */
  public static final class Held implements AutoCloseable {

    private final Connection connection;
    private final long key;

    private Held(Connection connection, long key) {
      this.connection = connection;
      this.key = key;
    }

    /** Whether the session lives, and the lock with it. */
    public boolean isAlive() {
      try {
        return connection.isValid(SECONDS_TO_ANSWER);
      } catch (SQLException e) {
        throw new UncategorizedSQLException("Ask whether a session lives", null, e);
      }
    }

    /**
     * Lets go of a lock that went with its session. That closing a broken connection fails is no
     * news; the pool is told by it that the connection is not to be used again.
     */
    public void abandon() {
      JdbcUtils.closeConnection(connection);
    }

    /** Unlocks first: a pool keeps the session alive. */
    @Override
    public void close() {
      try {
        ask(connection, UNLOCK, key);
      } finally {
        AdvisoryLock.close(connection);
      }
    }
  }
}
