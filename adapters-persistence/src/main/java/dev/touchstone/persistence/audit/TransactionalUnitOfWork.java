package dev.touchstone.persistence.audit;

import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.persistence.postgres.CallerTransaction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Units of work as transactions of the database. None waits for a lock for long: whoever waits
 * holds a connection, and all would be gone while a night merges a large file.
 */
public final class TransactionalUnitOfWork implements UnitOfWork {

  private static final String WAIT_BRIEFLY = "SET LOCAL lock_timeout = '5s'";

  private final TransactionTemplate transaction;
  private final JdbcClient client;

  /** Units in the transactions that the manager runs on the data source. */
  public TransactionalUnitOfWork(
      DataSource dataSource, PlatformTransactionManager transactionManager) {
    this.transaction = new TransactionTemplate(transactionManager);
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public <T> T run(Supplier<T> work) {
    return transaction.execute(
        status -> {
          if (status.isNewTransaction()) {
            client.sql(WAIT_BRIEFLY).update();
          }
          return work.get();
        });
  }

  @Override
  public void afterCommit(Runnable action) {
    CallerTransaction.require();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }
}
