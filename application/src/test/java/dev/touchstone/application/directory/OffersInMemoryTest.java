package dev.touchstone.application.directory;

import dev.touchstone.application.directory.port.out.Offers;
import java.util.function.Supplier;

class OffersInMemoryTest extends OffersContract {

  private final OffersInMemory offers = new OffersInMemory();

  @Override
  protected Offers offers() {
    return offers;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }

  @Override
  protected long auditId() {
    return 1;
  }
}
