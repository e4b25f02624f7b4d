package dev.touchstone.persistence.postgres;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What ports promise to do within the caller's transaction. */
public final class CallerTransaction {

  private CallerTransaction() {}

  /**
   * Makes sure that there is a transaction to join.
   *
   * @throws IllegalStateException if there is none
   */
  public static void require() {
    if (!isActive()) {
      throw new IllegalStateException("This is done only within a transaction of the caller");
    }
  }

  /** Whether there is a transaction to join. */
  public static boolean isActive() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }
}
