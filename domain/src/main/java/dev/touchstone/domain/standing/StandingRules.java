package dev.touchstone.domain.standing;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.tier.EarnedTiers;
import dev.touchstone.domain.tier.LegacyRight;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.PolicyDecider;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

  private final Catalog catalog;
  private final List<PolicyDecider> versions;
  private final ProgramWaivers waivers;

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
    this(catalog, policies, new ProgramWaivers(waivers));
    for (int i = 1; i < policies.size(); i++) {
      policies.get(i).requireSuccessorOf(policies.get(i - 1));
    }
  }

  /** Versions that follow one another; a candidate may have the number of another one. */
  private StandingRules(Catalog catalog, List<TierPolicy> policies, ProgramWaivers waivers) {
    this.catalog = catalog;
    this.versions = policies.stream().map(policy -> new PolicyDecider(catalog, policy)).toList();
    this.waivers = waivers;
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
    int inForce = findInForce(date);
    GrantedWaivers granted = waivers.of(evidence.partner());
    return new DecidedStanding(
        versions.get(inForce).decide(evidence, date, granted.listOn(date)),
        standingOn(evidence, inForce, granted, date));
  }

  /**
   * The standing on a date, by the facts that the evidence holds.
   *
   * @throws IllegalArgumentException if no policy is in force on the date
   */
  public Standing standingOn(PartnerEvidence evidence, LocalDate date) {
    return standingOn(evidence, findInForce(date), waivers.of(evidence.partner()), date);
  }

  private Standing standingOn(
      PartnerEvidence evidence, int inForce, GrantedWaivers granted, LocalDate date) {
    StandingTrack track = new StandingTrack(evidence.partner().legacyLevel());
    for (int i = 0; i < inForce; i++) {
      LocalDate lastDay = effectiveFrom(i + 1).minusDays(1);
      follow(track, versions.get(i), evidence, granted, lastDay);
    }
    follow(track, versions.get(inForce), evidence, granted, date);
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
    PolicyDecider version = versions.get(inForce);
    LocalDate next = inForce + 1 < versions.size() ? effectiveFrom(inForce + 1) : null;
    next = earlier(next, version.dates().findFirst(evidence, date));
    next = earlier(next, waivers.of(evidence.partner()).findFirstAfter(date));
    next = earlier(next, standing.atRiskUntil());
    return earlier(next, findSunset(version.policy(), date));
  }

  /** The sunset of the policy's legacy right where it is after the day. */
  private static @Nullable LocalDate findSunset(TierPolicy policy, LocalDate day) {
    LegacyRight legacy = policy.standing().legacy();
    return legacy != null && legacy.until().isAfter(day) ? legacy.until() : null;
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
    List<TierPolicy> policies = new ArrayList<>();
    for (PolicyDecider version : versions) {
      TierPolicy policy = version.policy();
      if (!policy.effectiveFrom().isAfter(date)) {
        candidate.requireRungsOf(policy);
      }
      if (policy.effectiveFrom().isBefore(from)) {
        policies.add(policy);
      }
    }
    policies.add(candidate.effectiveOn(from));
    return new StandingRules(catalog, policies, waivers);
  }

  /** The waivers that run for a partner on a date, in order of their numbers. */
  public List<Waiver> listWaiversOn(Partner partner, LocalDate date) {
    return waivers.of(partner).listRunningOn(date);
  }

  /** Follows a partner while the policy is in force, from its first day to the given one. */
  private static void follow(
      StandingTrack track,
      PolicyDecider version,
      PartnerEvidence evidence,
      GrantedWaivers granted,
      LocalDate upTo) {
    TierPolicy policy = version.policy();
    LocalDate registeredOn = evidence.partner().registeredOn();
    LocalDate from =
        policy.effectiveFrom().isAfter(registeredOn) ? policy.effectiveFrom() : registeredOn;
    if (from.isAfter(upTo)) {
      return;
    }
    EarnedTiers tiers = version.follow(evidence, from, upTo);
    LocalDate day = from;
    while (day != null && !day.isAfter(upTo)) {
      tiers.goOnTo(day);
      Set<TierCriterion> waived = granted.listOn(day);
      Tier earned = tiers.earned(Set.of());
      track.enter(
          day,
          version.ladder(),
          policy.standing(),
          earned,
          waived.isEmpty() ? earned : tiers.earned(waived));
      LocalDate next = earlier(tiers.nextChange(), track.graceEnd());
      next = earlier(next, granted.findFirstAfter(day));
      day = earlier(next, findSunset(policy, day));
    }
  }

  private LocalDate effectiveFrom(int version) {
    return versions.get(version).policy().effectiveFrom();
  }

  private int findInForce(LocalDate date) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (!effectiveFrom(i).isAfter(date)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "No tier policy is in force on %s: the first, %s, takes effect on %s"
            .formatted(date, versions.get(0).policy().version(), effectiveFrom(0)));
  }
}
