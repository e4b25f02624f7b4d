package dev.touchstone.application.audit.port.out;

import java.util.function.Supplier;

/** Makes a change and its entry in the log one: both last, or neither. */
public interface UnitOfWork {

  /**
   * Runs the work in a transaction; within another unit, in that one's.
   *
   * @return what the work returned
   */
  <T> T run(Supplier<T> work);

  /** Has something done once the unit under way has come to last; never if it has not. */
  void afterCommit(Runnable action);
}
