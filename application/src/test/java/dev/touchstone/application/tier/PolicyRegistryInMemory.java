package dev.touchstone.application.tier;

import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The registry, in memory. */
public final class PolicyRegistryInMemory implements PolicyRegistry {

  private List<RegisteredPolicy> policies = new ArrayList<>();
  private @Nullable LatestNight latestNight;
  private int turns;

  @Override
  public synchronized <R> R inTurn(Supplier<R> act) {
    List<RegisteredPolicy> before = List.copyOf(policies);
    turns++;
    boolean done = false;
    try {
      R result = act.get();
      done = true;
      return result;
    } finally {
      turns--;
      if (!done) {
        policies = new ArrayList<>(before);
      }
    }
  }

  @Override
  public List<RegisteredPolicy> list() {
    return policies.stream()
        .sorted(
            Comparator.comparing((RegisteredPolicy known) -> known.policy().effectiveFrom())
                .thenComparing(RegisteredPolicy::registeredAt))
        .toList();
  }

  @Override
  public Optional<LatestNight> findLatestNight() {
    return Optional.ofNullable(latestNight);
  }

  /** Lets a night begin. */
  public void openNight(LocalDate date, PolicyVersion policy) {
    latestNight = new LatestNight(date, policy);
  }

  @Override
  public void add(PolicyFile file, Instant registeredAt) {
    requireTurn();
    TierPolicy policy = file.policy();
    for (RegisteredPolicy known : policies) {
      if (known.policy().version().equals(policy.version())
          || (!known.isRetired()
              && known.policy().effectiveFrom().equals(policy.effectiveFrom()))) {
        throw new IllegalArgumentException("In conflict with " + known.policy().version());
      }
    }
    policies.add(new RegisteredPolicy(policy, file.text(), registeredAt, null));
  }

  @Override
  public void retire(PolicyVersion version, Instant retiredAt) {
    requireTurn();
    for (int i = 0; i < policies.size(); i++) {
      RegisteredPolicy known = policies.get(i);
      if (known.policy().version().equals(version) && !known.isRetired()) {
        policies.set(
            i, new RegisteredPolicy(known.policy(), known.text(), known.registeredAt(), retiredAt));
        return;
      }
    }
    throw new IllegalArgumentException(version + " is unknown or retired already");
  }

  private void requireTurn() {
    if (turns == 0) {
      throw new IllegalStateException("Only in turn");
    }
  }

  /** Those not retired, in the order in which they take effect. */
  public List<TierPolicy> listVersions() {
    return list().stream()
        .filter(known -> !known.isRetired())
        .map(RegisteredPolicy::policy)
        .toList();
  }
}
