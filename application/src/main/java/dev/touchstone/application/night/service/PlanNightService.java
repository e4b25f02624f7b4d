package dev.touchstone.application.night.service;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.in.PlanNightUseCase;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.tier.PolicyGap;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Plans a night. Nights only go forward: evidence and decisions of a later date rest on what was
 * known before it, so a night for an earlier date would change a past that was published.
 */
public final class PlanNightService implements PlanNightUseCase {

  private final Nights nights;
  private final TierPolicies policies;
  private final Clock clock;

  /** Takes the record of nights, the policies and the clock that says when a night starts. */
  public PlanNightService(Nights nights, TierPolicies policies, Clock clock) {
    this.nights = nights;
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  public PlanNightResult plan(PlanNightCommand command) {
    PlanNightResult plan = findPlan(command);
    if (command.confirm()) {
      if (plan instanceof PlanNightResult.Start start) {
        nights.confirm(start.night().id(), clock.instant());
      } else if (plan instanceof PlanNightResult.Resume resume) {
        nights.confirm(resume.night().id(), clock.instant());
      }
    }
    return plan;
  }

  private PlanNightResult findPlan(PlanNightCommand command) {
    LocalDate date = command.businessDate();
    Optional<TierPolicy> policy = policies.findInForceOn(date);
    if (policy.isEmpty()) {
      return new PlanNightResult.Refused(PolicyGap.on(date, policies));
    }
    Optional<Night> latestComplete = nights.findLatestComplete();
    if (latestComplete.isPresent() && isLater(latestComplete.get(), date)) {
      return new PlanNightResult.Refused(
          "The night of "
              + latestComplete.get().id().businessDate()
              + " is complete, and nights only go forward: the night of "
              + date
              + " can no longer be run. Put its files into the inbox of the next night.");
    }
    Optional<Night> latestOnDate = nights.findLatestOn(date);
    if (latestOnDate.isEmpty()) {
      return start(new NightId(date, 1), policy.get());
    }
    Night night = latestOnDate.get();
    if (!night.isComplete()) {
      return resume(night, policy.get());
    }
    return command.again()
        ? start(new NightId(date, night.id().run() + 1), policy.get())
        : new PlanNightResult.AlreadyComplete(night);
  }

  private PlanNightResult start(NightId id, TierPolicy policy) {
    Night night = new Night(id, policy.version(), null, null, null);
    nights.open(night, clock.instant());
    return new PlanNightResult.Start(night);
  }

  private static PlanNightResult resume(Night night, TierPolicy policy) {
    if (!night.policy().equals(policy.version())) {
      return new PlanNightResult.Refused(
          "The night of "
              + night.id()
              + " was begun under policy "
              + night.policy()
              + " and cannot be finished under "
              + policy.version()
              + ". Give it the policy it was begun under.");
    }
    return new PlanNightResult.Resume(night);
  }

  private static boolean isLater(Night night, LocalDate date) {
    return night.id().businessDate().isAfter(date);
  }
}
