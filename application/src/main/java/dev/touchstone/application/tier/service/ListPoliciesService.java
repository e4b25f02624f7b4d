package dev.touchstone.application.tier.service;

import dev.touchstone.application.tier.LatestNight;
import dev.touchstone.application.tier.ListedPolicy;
import dev.touchstone.application.tier.PolicyState;
import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.application.tier.port.in.ListPoliciesUseCase;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists what is registered; the policy shipped with the product where nothing is. */
public final class ListPoliciesService implements ListPoliciesUseCase {

  private final PolicyRegistry registry;
  private final PolicyFiles files;

  /** Takes the registry, and the files of which one stands in for it. */
  public ListPoliciesService(PolicyRegistry registry, PolicyFiles files) {
    this.registry = registry;
    this.files = files;
  }

  @Override
  public List<ListedPolicy> listPolicies() {
    Optional<LocalDate> night = registry.findLatestNight().map(LatestNight::businessDate);
    List<RegisteredPolicy> registered = registry.list();
    if (registered.isEmpty()) {
      TierPolicy standIn = files.readDefault().policy();
      return List.of(
          new ListedPolicy(
              standIn.version(),
              standIn.effectiveFrom(),
              null,
              stateOf(standIn.effectiveFrom(), null, night),
              null,
              1));
    }
    return registered.stream().map(policy -> list(policy, registered, night)).toList();
  }

  private static ListedPolicy list(
      RegisteredPolicy registered, List<RegisteredPolicy> all, Optional<LocalDate> night) {
    TierPolicy policy = registered.policy();
    LocalDate from = policy.effectiveFrom();
    LocalDate until =
        registered.isRetired()
            ? null
            : all.stream()
                .filter(other -> !other.isRetired())
                .map(other -> other.policy().effectiveFrom())
                .filter(day -> day.isAfter(from))
                .findFirst()
                .orElse(null);
    return new ListedPolicy(
        policy.version(),
        from,
        until,
        registered.isRetired() ? PolicyState.RETIRED : stateOf(from, until, night),
        registered.registeredAt(),
        registered.revision());
  }

  private static PolicyState stateOf(
      LocalDate from, @Nullable LocalDate until, Optional<LocalDate> night) {
    if (night.isEmpty() || night.get().isBefore(from)) {
      return PolicyState.TO_COME;
    }
    return until == null || night.get().isBefore(until) ? PolicyState.IN_FORCE : PolicyState.PAST;
  }
}
