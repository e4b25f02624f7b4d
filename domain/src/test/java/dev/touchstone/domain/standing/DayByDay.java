package dev.touchstone.domain.standing;

import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.LegacyRight;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion on standings: a night on every day, each looking at the tiers held before (in
 * the words of domain.md, Standing).
 */
final class DayByDay {

  private final TierDecider decider;
  private final List<TierPolicy> policies;
  private final List<Waiver> waivers;
  private final PartnerEvidence evidence;

  DayByDay(
      TierDecider decider,
      List<TierPolicy> policies,
      List<Waiver> waivers,
      PartnerEvidence evidence) {
    this.decider = decider;
    this.policies = policies;
    this.waivers = waivers;
    this.evidence = evidence;
  }

  /** The standings of so many days from the first policy's effective date on. */
  List<Standing> nights(int days) {
    List<Standing> nights = new ArrayList<>();
    List<Tier> earnedTiers = new ArrayList<>();
    List<Tier> bases = new ArrayList<>();
    for (int n = 0; n < days; n++) {
      LocalDate day = policies.get(0).effectiveFrom().plusDays(n);
      TierPolicy policy = inForceOn(day);
      Ladder ladder = policy.ladder();
      TierDecision decision = decider.decide(policy, evidence, day, waivedOn(day));
      Tier earned = decision.withWaivers();
      earnedTiers.add(earned);
      if (earned == null) {
        bases.add(null);
        nights.add(Standing.NONE);
        continue;
      }
      Tier before = n == 0 ? null : bases.get(n - 1);
      Tier base = earned;
      LocalDate fall = null;
      if (before != null && ladder.compare(earned, before) < 0) {
        LocalDate until = shortSince(n, before, bases, earnedTiers).plusDays(grace(policy));
        if (day.isBefore(until)) {
          base = before;
          fall = until;
        }
      }
      bases.add(base);
      Tier floor = floorOn(day, policy);
      Tier held = floor == null || ladder.compare(base, floor) > 0 ? base : floor;
      boolean legacy =
          floor != null && ladder.compare(floor, earned) > 0 && ladder.compare(held, floor) == 0;
      boolean atRisk = fall != null && (floor == null || ladder.compare(base, floor) > 0);
      nights.add(
          new Standing(
              decision.earned(), held, legacy, atRisk ? fall : null, since(day, held, nights)));
    }
    return nights;
  }

  /** The first of the last days on which the base was this tier and less was earned. */
  private LocalDate shortSince(int night, Tier base, List<Tier> bases, List<Tier> earnedTiers) {
    int first = night;
    while (first > 0
        && base.equals(bases.get(first - 1))
        && isBelow(earnedTiers.get(first - 1), base)) {
      first--;
    }
    return policies.get(0).effectiveFrom().plusDays(first);
  }

  private Set<TierCriterion> waivedOn(LocalDate day) {
    return waivers.stream()
        .filter(waiver -> waiver.target().includes(evidence.partner()))
        .filter(waiver -> !waiver.from().isAfter(day) && waiver.to().isAfter(day))
        .map(Waiver::criterion)
        .collect(Collectors.toSet());
  }

  /** All versions have the last one's order. */
  private boolean isBelow(Tier tier, Tier other) {
    return policies.get(policies.size() - 1).ladder().compare(tier, other) < 0;
  }

  private static LocalDate since(LocalDate day, Tier held, List<Standing> nights) {
    LocalDate since = day;
    for (int i = nights.size() - 1; i >= 0 && held.equals(nights.get(i).held()); i--) {
      since = since.minusDays(1);
    }
    return since;
  }

  private @Nullable Tier floorOn(LocalDate day, TierPolicy policy) {
    LegacyRight right = policy.standing().legacy();
    boolean active =
        right != null
            && evidence.partner().legacyLevel() == right.level()
            && day.isBefore(right.until());
    return active ? right.holds() : null;
  }

  private static int grace(TierPolicy policy) {
    return policy.standing().graceDays();
  }

  private TierPolicy inForceOn(LocalDate day) {
    TierPolicy inForce = policies.get(0);
    for (TierPolicy policy : policies) {
      if (!policy.effectiveFrom().isAfter(day)) {
        inForce = policy;
      }
    }
    return inForce;
  }
}
