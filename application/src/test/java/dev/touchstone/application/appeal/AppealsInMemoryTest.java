package dev.touchstone.application.appeal;

import dev.touchstone.application.appeal.port.out.Appeals;
import java.util.function.Supplier;

class AppealsInMemoryTest extends AppealsContract {

  private final AppealsInMemory appeals = new AppealsInMemory();

  @Override
  protected Appeals appeals() {
    return appeals;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }

  @Override
  protected long redecision() {
    return 1;
  }
}
