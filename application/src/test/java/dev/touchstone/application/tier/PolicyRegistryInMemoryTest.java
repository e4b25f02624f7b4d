package dev.touchstone.application.tier;

import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.domain.tier.PolicyVersion;
import java.time.LocalDate;

class PolicyRegistryInMemoryTest extends PolicyRegistryContract {

  private final PolicyRegistryInMemory registry = new PolicyRegistryInMemory();

  @Override
  protected PolicyRegistry registry() {
    return registry;
  }

  @Override
  protected void openNight(LocalDate date, PolicyVersion policy) {
    registry.openNight(date, policy);
  }
}
