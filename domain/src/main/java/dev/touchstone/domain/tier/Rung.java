package dev.touchstone.domain.tier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A tier and what it demands of its own.
 *
 * @param number its place on the ladder, 0 for the lowest
 * @param tier the tier
 * @param demands one for each of its own criteria, in the policy's order
 */
record Rung(int number, Tier tier, List<Demand> demands) {

  Rung {
    demands = List.copyOf(demands);
  }

  /** All rungs of a policy, lowest first. */
  static List<Rung> of(TierPolicy policy) {
    List<Rung> rungs = new ArrayList<>();
    int criteria = 0;
    for (TierRequirement own : policy.tiers()) {
      CoverageTerms terms = CoverageTerms.of(policy, own.tier());
      List<Demand> demands = new ArrayList<>();
      for (Criterion criterion : own.criteria()) {
        TierCriterion name = new TierCriterion(own.tier(), criterion.kind());
        demands.add(new Demand(criteria++, name, criterion, terms));
      }
      rungs.add(new Rung(rungs.size(), own.tier(), demands));
    }
    return List.copyOf(rungs);
  }

  /** Whether each demand is met or waived. */
  boolean isReached(Predicate<Demand> met, Set<TierCriterion> waived) {
    for (Demand demand : demands) {
      if (!waived.contains(demand.name()) && !met.test(demand)) {
        return false;
      }
    }
    return true;
  }

  TierFindings judge(Dossier dossier) {
    Finding[] findings = new Finding[demands.size()];
    for (int i = 0; i < findings.length; i++) {
      findings[i] = demands.get(i).judge(dossier);
    }
    return new TierFindings(tier, List.of(findings));
  }
}
