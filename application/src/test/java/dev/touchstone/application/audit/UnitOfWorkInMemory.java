package dev.touchstone.application.audit;

import dev.touchstone.application.audit.port.out.UnitOfWork;
import java.util.function.Supplier;

/** Units of work that hold nothing back. */
public final class UnitOfWorkInMemory implements UnitOfWork {

  @Override
  public <T> T run(Supplier<T> work) {
    return work.get();
  }

  @Override
  public void afterCommit(Runnable action) {
    action.run();
  }
}
