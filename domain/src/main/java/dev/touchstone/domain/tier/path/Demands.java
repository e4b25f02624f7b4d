package dev.touchstone.domain.tier.path;

import dev.touchstone.domain.tier.CoverageTerms;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Dossier;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.tier.TierRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All that it takes to earn a tier: its own criteria and those of the tiers it builds on. */
record Demands(List<Demand> all) {

  Demands {
    all = List.copyOf(all);
  }

  /**
   * One criterion.
   *
   * @param tier whose own it is
   * @param criterion the criterion
   * @param terms of that tier
   */
  record Demand(Tier tier, Criterion criterion, CoverageTerms terms) {

    Finding judge(Dossier dossier) {
      return criterion.judge(dossier, terms);
    }

    TierCriterion name() {
      return new TierCriterion(tier, criterion.kind());
    }
  }

  static Demands of(TierPolicy policy, Tier tier) {
    List<Demand> all = new ArrayList<>();
    int rung = policy.ladder().rungOf(tier);
    for (int i = policy.cumulative() ? 0 : rung; i <= rung; i++) {
      TierRequirement own = policy.tiers().get(i);
      CoverageTerms terms = CoverageTerms.of(policy, own.tier());
      own.criteria().forEach(criterion -> all.add(new Demand(own.tier(), criterion, terms)));
    }
    return new Demands(all);
  }

  /** Those whose criterion is like that. */
  Demands only(Predicate<Criterion> like) {
    return new Demands(all.stream().filter(demand -> like.test(demand.criterion())).toList());
  }

  <C extends Criterion> List<C> listCriteria(Class<C> kind) {
    return all.stream().map(Demand::criterion).filter(kind::isInstance).map(kind::cast).toList();
  }

  boolean areMetBy(Dossier dossier) {
    return all.stream().allMatch(demand -> demand.judge(dossier).met());
  }

  /** The names of those that are not met. */
  List<TierCriterion> listUnmet(Dossier dossier) {
    return all.stream().filter(demand -> !demand.judge(dossier).met()).map(Demand::name).toList();
  }
}
