package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.Catalog;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The pure decision: policy and evidence on a date make a {@link TierDecision} (domain.md, The
 * tiers). Equal input gives an equal decision, whatever the order of the evidence.
 */
public final class TierDecider {

  private final Catalog catalog;

  /** Decides by the catalog. */
  public TierDecider(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The decision where nothing is waived. */
  public TierDecision decide(TierPolicy policy, PartnerEvidence evidence, LocalDate date) {
    return decide(policy, evidence, date, Set.of());
  }

  /**
   * The decision with all findings, also for a partner that has no tier on the date.
   *
   * @param waived the criteria that count as met for the tier with waivers; those that the policy
   *     does not have are left aside
   */
  public TierDecision decide(
      TierPolicy policy, PartnerEvidence evidence, LocalDate date, Set<TierCriterion> waived) {
    Dossier dossier = new Dossier(catalog, evidence, date);
    List<TierFindings> findings =
        policy.tiers().stream().map(own -> judge(own, policy, dossier)).toList();
    Undecided undecided = evidence.findUndecidedOn(date).orElse(null);
    Function<TierRequirement, TierFindings> findingsOf =
        own -> findings.get(policy.tiers().indexOf(own));
    Tier earned = undecided == null ? climb(policy, own -> findingsOf.apply(own).met()) : null;
    Tier withWaivers =
        undecided == null ? climb(policy, own -> findingsOf.apply(own).metWhere(waived)) : null;
    return new TierDecision(
        evidence.partner().id(),
        date,
        policy.version(),
        earned,
        withWaivers,
        listCriteria(policy).stream().filter(waived::contains).toList(),
        undecided,
        findings,
        ShownNumbers.of(policy, dossier, findings),
        dossier.competencies(),
        earned == null ? null : shortfall(policy.ladder(), earned, findings).orElse(null));
  }

  /** The earned tier alone where nothing is waived. */
  public @Nullable Tier earned(TierPolicy policy, PartnerEvidence evidence, LocalDate date) {
    return earned(policy, evidence, date, Set.of());
  }

  /**
   * The tier of {@link #decide} alone, without looking at more evidence than it takes; null where
   * the partner has none on the date.
   *
   * @param waived the criteria that count as met
   */
  public @Nullable Tier earned(
      TierPolicy policy, PartnerEvidence evidence, LocalDate date, Set<TierCriterion> waived) {
    if (!evidence.takesPartOn(date)) {
      return null;
    }
    Dossier dossier = new Dossier(catalog, evidence, date);
    return climb(
        policy,
        own -> {
          CoverageTerms terms = CoverageTerms.of(policy, own.tier());
          return own.criteria().stream()
              .allMatch(
                  criterion ->
                      waived.contains(new TierCriterion(own.tier(), criterion.kind()))
                          || criterion.judge(dossier, terms).met());
        });
  }

  private static TierFindings judge(TierRequirement own, TierPolicy policy, Dossier dossier) {
    CoverageTerms terms = CoverageTerms.of(policy, own.tier());
    return new TierFindings(
        own.tier(),
        own.criteria().stream()
            .<Finding>map(criterion -> criterion.judge(dossier, terms))
            .toList());
  }

  private static List<TierCriterion> listCriteria(TierPolicy policy) {
    return policy.tiers().stream()
        .flatMap(own -> own.criteria().stream().map(of -> new TierCriterion(own.tier(), of.kind())))
        .toList();
  }

  /** The highest tier that is met and, where the policy is cumulative, all lower ones too. */
  private static Tier climb(TierPolicy policy, Predicate<TierRequirement> met) {
    Tier highest = policy.tiers().get(0).tier();
    for (TierRequirement own : policy.tiers()) {
      if (met.test(own)) {
        highest = own.tier();
      } else if (policy.cumulative()) {
        break;
      }
    }
    return highest;
  }

  private static Optional<Shortfall> shortfall(
      Ladder ladder, Tier earned, List<TierFindings> findings) {
    // Where the policy is cumulative, the criteria of the lower tiers are met: they were climbed.
    return ladder
        .findNext(earned)
        .map(
            next ->
                new Shortfall(
                    next,
                    findings.get(ladder.rungOf(next)).findings().stream()
                        .filter(finding -> !finding.met())
                        .toList()));
  }
}
