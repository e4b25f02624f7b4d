package dev.touchstone.domain.tier;

import java.util.List;

/**
 * One criterion as its tier puts it.
 *
 * @param number its place among all of the policy, from 0
 * @param name whose own it is, and of which kind
 * @param criterion the criterion
 * @param terms of its tier
 * @param restsOn the bits of the topics of the evidence that decides whether it is met
 */
public record Demand(
    int number, TierCriterion name, Criterion criterion, CoverageTerms terms, int restsOn) {

  Demand(int number, TierCriterion name, Criterion criterion, CoverageTerms terms) {
    this(number, name, criterion, terms, EvidenceTopic.bitsOf(criterion.restsOn()));
  }

  /** All that it takes to earn a tier: its own demands and those of the tiers it builds on. */
  public static List<Demand> listFor(TierPolicy policy, Tier tier) {
    int rung = policy.ladder().rungOf(tier);
    return Rung.of(policy).subList(policy.cumulative() ? 0 : rung, rung + 1).stream()
        .flatMap(own -> own.demands().stream())
        .toList();
  }

  /** What the dossier shows against it. */
  public Finding judge(Dossier dossier) {
    return criterion.judge(dossier, terms);
  }

  /** Whether the dossier meets it, without the work of saying why. */
  public boolean isMetBy(Dossier dossier) {
    return criterion.isMetBy(dossier, terms);
  }
}
