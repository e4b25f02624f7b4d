package dev.touchstone.domain.tier;

/**
 * One criterion as its tier puts it.
 *
 * @param number its place among all of the policy, from 0
 * @param name whose own it is, and of which kind
 * @param criterion the criterion
 * @param terms of its tier
 * @param restsOn the bits of the topics of the evidence that decides whether it is met
 */
record Demand(
    int number, TierCriterion name, Criterion criterion, CoverageTerms terms, int restsOn) {

  Demand(int number, TierCriterion name, Criterion criterion, CoverageTerms terms) {
    this(number, name, criterion, terms, EvidenceTopic.bitsOf(criterion.restsOn()));
  }

  Finding judge(Dossier dossier) {
    return criterion.judge(dossier, terms);
  }

  boolean isMetBy(Dossier dossier) {
    return criterion.isMetBy(dossier, terms);
  }
}
