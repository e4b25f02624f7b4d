package dev.touchstone.application.reference;

import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import java.util.function.Supplier;

class ReferencesInMemoryTest extends ReferenceStoreContract {

  private final ReferencesInMemory references = new ReferencesInMemory();

  @Override
  protected ReferenceRequests requests() {
    return references;
  }

  @Override
  protected CustomerLinks links() {
    return references;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
