package dev.touchstone.application.night.service;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.in.CheckDemotionsUseCase;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.port.out.Demotions;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.util.Optional;

/** Holds the night's demotions against the policy in force on its date. */
public final class CheckDemotionsService implements CheckDemotionsUseCase {

  private final Nights nights;
  private final TierPolicies policies;
  private final Demotions demotions;

  /** Checks by these. */
  public CheckDemotionsService(Nights nights, TierPolicies policies, Demotions demotions) {
    this.nights = nights;
    this.policies = policies;
    this.demotions = demotions;
  }

  @Override
  public CheckDemotionsResult check(NightId id) {
    Night night = nights.getNight(id);
    TierPolicy policy =
        policies
            .findInForceOn(id.businessDate())
            .orElseThrow(
                () -> new IllegalStateException("No policy is in force on " + id.businessDate()));
    Optional<Night> previous = nights.findLatestComplete();
    if (previous.isEmpty()) {
      return new CheckDemotionsResult.Passed(0, 0);
    }
    DemotionTally tally = new DemotionTally(policy);
    demotions.forEach(previous.get().id(), id, policy.ladder(), tally::add);
    if (tally.demotions() == 0) {
      // No share of none stops a night, and to count who held a tier is to look at all partners.
      return new CheckDemotionsResult.Passed(0, 0);
    }
    long held = demotions.countHeld(previous.get().id());
    return night.isConfirmed() || !policy.standing().stopsAt(tally.demotions(), held)
        ? new CheckDemotionsResult.Passed(tally.demotions(), held)
        : new CheckDemotionsResult.Stopped(tally.toMassDemotion(held));
  }
}
