package dev.touchstone.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A read-only view of the database at one moment, on a connection of its own. Several queries may
 * be read side by side, each row by row in constant memory, and all see the same state: what was
 * committed when the first of them began.
 */
public final class Snapshot implements AutoCloseable {

  private static final int FETCH_SIZE = 500;

  private final Connection connection;
  private final boolean autoCommitBefore;
  private final boolean readOnlyBefore;
  private final int isolationBefore;
  private final JdbcClient client;

  private Snapshot(Connection connection) throws SQLException {
    this.connection = connection;
    this.autoCommitBefore = connection.getAutoCommit();
    this.readOnlyBefore = connection.isReadOnly();
    this.isolationBefore = connection.getTransactionIsolation();
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    template.setFetchSize(FETCH_SIZE);
    this.client = JdbcClient.create(template);
  }

  /** Takes a connection, which {@link #close} gives back. */
  public static Snapshot open(DataSource dataSource) {
    Connection connection;
    try {
      connection = dataSource.getConnection();
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("No connection for a snapshot", e);
    }
    try {
      return new Snapshot(connection);
    } catch (SQLException e) {
      DataSourceUtils.releaseConnection(connection, dataSource);
      throw new CannotGetJdbcConnectionException("No snapshot on the connection", e);
    }
  }

  /** Queries of the snapshot; their streams are read row by row. */
  public JdbcClient client() {
    return client;
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
      connection.setTransactionIsolation(isolationBefore);
      connection.setReadOnly(readOnlyBefore);
      connection.setAutoCommit(autoCommitBefore);
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Close a snapshot", null, e);
    }
  }
}
