package dev.touchstone.persistence.night;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions of which those of a night begin only while its owner is the last one, and keep
 * others from taking over until they end.
 */
public final class FencedTransactionManager extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  private final transient Supplier<OptionalLong> owner;

  /**
   * Transactions on the data source.
   *
   * @param owner the number of the owner whose night the calling thread runs; empty for all else
   */
  public FencedTransactionManager(DataSource dataSource, Supplier<OptionalLong> owner) {
    super(dataSource);
    this.owner = owner;
  }

  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connection, definition);
    enter(connection);
  }

  /**
   * Makes sure, in the middle of a night's transaction, that its connection lives and its owner is
   * the last one.
   *
   * @throws dev.touchstone.application.night.NightTakenOverException if another has taken over
   */
  public void requireOwner() {
    Connection connection = DataSourceUtils.getConnection(obtainDataSource());
    try {
      enter(connection);
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Ask for the owner of a night", null, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, obtainDataSource());
    }
  }

  private void enter(Connection connection) throws SQLException {
    OptionalLong number = owner.get();
    if (number.isPresent()) {
      NightFence.enter(connection, number.getAsLong());
    }
  }
}
