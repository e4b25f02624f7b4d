package dev.touchstone.domain.tier.path;

import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Demand;
import dev.touchstone.domain.tier.Dossier;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierPolicy;
import java.util.List;
import java.util.function.Predicate;

/** All that it takes to earn a tier: its own criteria and those of the tiers it builds on. */
record Demands(List<Demand> all) {

  Demands {
    all = List.copyOf(all);
  }

  static Demands of(TierPolicy policy, Tier tier) {
    return new Demands(Demand.listFor(policy, tier));
  }

  /** Those whose criterion is like that. */
  Demands only(Predicate<Criterion> like) {
    return new Demands(all.stream().filter(demand -> like.test(demand.criterion())).toList());
  }

  <C extends Criterion> List<C> listCriteria(Class<C> kind) {
    return all.stream().map(Demand::criterion).filter(kind::isInstance).map(kind::cast).toList();
  }

  boolean areMetBy(Dossier dossier) {
    return all.stream().allMatch(demand -> demand.isMetBy(dossier));
  }

  /** The names of those that are not met. */
  List<TierCriterion> listUnmet(Dossier dossier) {
    return all.stream().filter(demand -> !demand.isMetBy(dossier)).map(Demand::name).toList();
  }
}
