package dev.touchstone.domain.standing;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.tier.EvidenceDates;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.LegacyRight;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns earned tiers into held ones (domain.md, Standing).
 *
 * <p>A standing is a fold over time, from the first policy's effective date to the date asked for.
 * It looks only at the days on which something can change, and needs nothing but evidence,
 * policies, waivers and dates: whether a night ran on a day or not makes no difference.
 */
public final class StandingRules {

  /**
   * Counted up whenever the same evidence, policies and waivers make another decision or standing
   * than before, so that what older programs have decided is decided again.
   */
  public static final int REVISION = 1;

  private final TierDecider decider;
  private final List<TierPolicy> policies;
  private final List<Waiver> waivers;

  /** Rules without waivers. */
  public StandingRules(Catalog catalog, List<TierPolicy> policies) {
    this(catalog, policies, List.of());
  }

  /**
   * @param policies all versions, in the order in which they take effect
   * @param waivers all of them, in any order
   * @throws IllegalArgumentException if there is no policy, two take effect in the wrong order or
   *     on one day, or a later one drops or reorders tiers
   */
  public StandingRules(Catalog catalog, List<TierPolicy> policies, List<Waiver> waivers) {
    this(new TierDecider(catalog), policies, waivers);
    for (int i = 1; i < policies.size(); i++) {
      policies.get(i).requireSuccessorOf(policies.get(i - 1));
    }
  }

  /** Versions that follow one another; a candidate may have the number of another one. */
  private StandingRules(TierDecider decider, List<TierPolicy> policies, List<Waiver> waivers) {
    this.decider = decider;
    this.policies = List.copyOf(policies);
    this.waivers = List.copyOf(waivers);
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("A standing needs at least one tier policy");
    }
  }

  /**
   * The decision and the standing on a date.
   *
   * @throws IllegalArgumentException if no policy is in force on the date
   */
  public DecidedStanding decide(PartnerEvidence evidence, LocalDate date) {
    TierPolicy inForce = policies.get(findInForce(date));
    Set<TierCriterion> waived = new GrantedWaivers(waivers, evidence.partner()).listOn(date);
    return new DecidedStanding(
        decider.decide(inForce, evidence, date, waived), standingOn(evidence, date));
  }

  /**
   * The standing on a date, by the facts that the evidence holds.
   *
   * @throws IllegalArgumentException if no policy is in force on the date
   */
  public Standing standingOn(PartnerEvidence evidence, LocalDate date) {
    int last = findInForce(date);
    StandingTrack track = new StandingTrack(evidence.partner().legacyLevel());
    GrantedWaivers granted = new GrantedWaivers(waivers, evidence.partner());
    for (int i = 0; i < last; i++) {
      LocalDate lastDay = policies.get(i + 1).effectiveFrom().minusDays(1);
      follow(track, policies.get(i), evidence, granted, lastDay);
    }
    follow(track, policies.get(last), evidence, granted, date);
    return track.standing();
  }

  /**
   * The first day after the date on which decision or standing could be another without new
   * evidence, a new policy or a new waiver: until the day before, both are what they are on the
   * date. Null where there is no such day.
   *
   * @param standing the standing on the date
   * @throws IllegalArgumentException if no policy is in force on the date
   */
  public @Nullable LocalDate findNextChange(
      PartnerEvidence evidence, LocalDate date, Standing standing) {
    int inForce = findInForce(date);
    TierPolicy policy = policies.get(inForce);
    LocalDate next =
        inForce + 1 < policies.size() ? policies.get(inForce + 1).effectiveFrom() : null;
    next = earlier(next, EvidenceDates.findFirst(policy, evidence, date));
    next = earlier(next, new GrantedWaivers(waivers, evidence.partner()).findFirstAfter(date));
    next = earlier(next, standing.atRiskUntil());
    LegacyRight legacy = policy.standing().legacy();
    return legacy != null && legacy.until().isAfter(date) ? earlier(next, legacy.until()) : next;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /**
   * The same rules with another policy in place of all that would be in force from its own day or
   * from the date on, whichever is earlier.
   *
   * @throws IllegalArgumentException if the candidate drops or reorders tiers of a version that is
   *     or has been in force on the date
   */
  public StandingRules withCandidate(TierPolicy candidate, LocalDate date) {
    LocalDate from = candidate.effectiveFrom().isBefore(date) ? candidate.effectiveFrom() : date;
    List<TierPolicy> versions = new ArrayList<>();
    for (TierPolicy version : policies) {
      if (!version.effectiveFrom().isAfter(date)) {
        candidate.requireRungsOf(version);
      }
      if (version.effectiveFrom().isBefore(from)) {
        versions.add(version);
      }
    }
    versions.add(candidate.effectiveOn(from));
    return new StandingRules(decider, versions, waivers);
  }

  /** The waivers that run for a partner on a date, in order of their numbers. */
  public List<Waiver> listWaiversOn(Partner partner, LocalDate date) {
    return waivers.stream()
        .filter(waiver -> waiver.target().includes(partner) && waiver.holdsOn(date))
        .sorted(Comparator.comparing(Waiver::id))
        .toList();
  }

  /** Follows a partner while the policy is in force, from its first day to the given one. */
  private void follow(
      StandingTrack track,
      TierPolicy policy,
      PartnerEvidence evidence,
      GrantedWaivers granted,
      LocalDate upTo) {
    LocalDate registeredOn = evidence.partner().registeredOn();
    LocalDate from =
        policy.effectiveFrom().isAfter(registeredOn) ? policy.effectiveFrom() : registeredOn;
    if (from.isAfter(upTo)) {
      return;
    }
    NavigableSet<LocalDate> days = EvidenceDates.between(policy, evidence, from, upTo);
    days.add(from);
    days.addAll(granted.datesBetween(from, upTo));
    LegacyRight legacy = policy.standing().legacy();
    if (legacy != null && legacy.until().isAfter(from) && !legacy.until().isAfter(upTo)) {
      days.add(legacy.until());
    }
    Ladder ladder = policy.ladder();
    for (LocalDate day = days.pollFirst(); day != null; day = days.pollFirst()) {
      Set<TierCriterion> waived = granted.listOn(day);
      Tier earned = decider.earned(policy, evidence, day);
      track.enter(
          day,
          ladder,
          policy.standing(),
          earned,
          waived.isEmpty() ? earned : decider.earned(policy, evidence, day, waived));
      LocalDate graceEnd = track.graceEnd();
      if (graceEnd != null && !graceEnd.isAfter(upTo)) {
        days.add(graceEnd);
      }
    }
  }

  private int findInForce(LocalDate date) {
    for (int i = policies.size() - 1; i >= 0; i--) {
      if (!policies.get(i).effectiveFrom().isAfter(date)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "No tier policy is in force on %s: the first, %s, takes effect on %s"
            .formatted(date, policies.get(0).version(), policies.get(0).effectiveFrom()));
  }
}
