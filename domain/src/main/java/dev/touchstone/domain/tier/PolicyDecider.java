package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.Catalog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides by one policy and one catalog (domain.md, The tiers). What depends on these alone is
 * worked out once, so whoever decides on many partners keeps it; threads may share it.
 */
public final class PolicyDecider {

  private final Catalog catalog;
  private final TierPolicy policy;
  private final Ladder ladder;
  private final List<Rung> rungs;
  private final ShownNumbers shown;
  private final EvidenceDates dates;

  /** Gets ready to decide. */
  public PolicyDecider(Catalog catalog, TierPolicy policy) {
    this.catalog = catalog;
    this.policy = policy;
    this.ladder = policy.ladder();
    this.rungs = Rung.of(policy);
    this.shown = new ShownNumbers(policy);
    this.dates = new EvidenceDates(policy);
  }

  /** The policy. */
  public TierPolicy policy() {
    return policy;
  }

  /** The policy's tiers. */
  public Ladder ladder() {
    return ladder;
  }

  /** The dates on which evidence begins or ceases to count under the policy. */
  public EvidenceDates dates() {
    return dates;
  }

  /**
   * The decision with all findings, also for a partner that has no tier on the date.
   *
   * @param waived the criteria that count as met for the tier with waivers; those that the policy
   *     does not have are left aside
   */
  public TierDecision decide(PartnerEvidence evidence, LocalDate date, Set<TierCriterion> waived) {
    Dossier dossier = new Dossier(catalog, evidence, date);
    TierFindings[] judged = new TierFindings[rungs.size()];
    for (int i = 0; i < judged.length; i++) {
      judged[i] = rungs.get(i).judge(dossier);
    }
    List<TierFindings> findings = List.of(judged);
    Undecided undecided = evidence.findUndecidedOn(date).orElse(null);
    Tier earned = null;
    Tier withWaivers = null;
    if (undecided == null) {
      earned = climb(rung -> findings.get(rung.number()).met());
      withWaivers =
          waived.isEmpty() ? earned : climb(rung -> findings.get(rung.number()).metWhere(waived));
    }
    return new TierDecision(
        evidence.partner().id(),
        date,
        policy.version(),
        earned,
        withWaivers,
        waived.isEmpty() ? List.of() : listDemanded(waived),
        undecided,
        findings,
        shown.of(dossier, findings),
        dossier.competencies(),
        earned == null ? null : shortfall(earned, findings).orElse(null));
  }

  /**
   * The tier of {@link #decide} alone, without looking at more evidence than it takes; null where
   * the partner has none on the date.
   */
  public @Nullable Tier earned(PartnerEvidence evidence, LocalDate date) {
    if (!evidence.takesPartOn(date)) {
      return null;
    }
    Dossier dossier = new Dossier(catalog, evidence, date);
    return climb(rung -> rung.isReached(demand -> demand.isMetBy(dossier), Set.of()));
  }

  /**
   * Follows a partner through time.
   *
   * @param from the day to begin with
   * @param upTo the last day of interest
   */
  public EarnedTiers follow(PartnerEvidence evidence, LocalDate from, LocalDate upTo) {
    return new EarnedTiers(this, catalog, evidence, from, dates.listChanges(evidence, from, upTo));
  }

  /** The policy's tiers with their demands, lowest first. */
  List<Rung> rungs() {
    return rungs;
  }

  /** The highest tier that is met and, where the policy is cumulative, all lower ones too. */
  Tier climb(Predicate<Rung> met) {
    Tier highest = ladder.lowest();
    for (Rung rung : rungs) {
      if (met.test(rung)) {
        highest = rung.tier();
      } else if (policy.cumulative()) {
        break;
      }
    }
    return highest;
  }

  private List<TierCriterion> listDemanded(Set<TierCriterion> waived) {
    List<TierCriterion> demanded = new ArrayList<>();
    for (Rung rung : rungs) {
      for (Demand demand : rung.demands()) {
        if (waived.contains(demand.name())) {
          demanded.add(demand.name());
        }
      }
    }
    return demanded;
  }

  private Optional<Shortfall> shortfall(Tier earned, List<TierFindings> findings) {
    // Where the policy is cumulative, the criteria of the lower tiers are met: they were climbed.
    return ladder
        .findNext(earned)
        .map(next -> new Shortfall(next, findings.get(ladder.rungOf(next)).listUnmet()));
  }
}
