package dev.touchstone.persistence.audit;

import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.persistence.postgres.CallerTransaction;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Units of work as transactions of the database. */
public final class TransactionalUnitOfWork implements UnitOfWork {

  private final TransactionTemplate transaction;

  /** Units in the transactions that the manager runs. */
  public TransactionalUnitOfWork(PlatformTransactionManager transactionManager) {
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Override
  public <T> T run(Supplier<T> work) {
    return transaction.execute(status -> work.get());
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
