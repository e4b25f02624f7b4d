package dev.touchstone.application.night.service;

import dev.touchstone.application.night.MassDemotion;
import dev.touchstone.application.night.NightFigures.TierMove;
import dev.touchstone.application.standing.Demotion;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierFindings;
import dev.touchstone.domain.tier.TierPolicy;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Counts demotions by their moves and their reasons. */
final class DemotionTally {

  private final TierPolicy policy;
  private final Ladder ladder;
  private final Map<Fall, Long> falls = new HashMap<>();
  private final Map<CriterionKind, Long> unmet = new EnumMap<>(CriterionKind.class);
  private long demotions;
  private long legacyEnded;

  DemotionTally(TierPolicy policy) {
    this.policy = policy;
    this.ladder = policy.ladder();
  }

  private record Fall(Tier from, Tier to) {}

  void add(Demotion demotion) {
    Fall fall =
        new Fall(
            Objects.requireNonNull(demotion.before().held(), "held before"),
            Objects.requireNonNull(demotion.after().standing().held(), "held after"));
    demotions++;
    falls.merge(fall, 1L, Long::sum);
    if (demotion.endsLegacy()) {
      legacyEnded++;
    } else {
      unmetBy(demotion.after().decision(), fall).forEach(kind -> unmet.merge(kind, 1L, Long::sum));
    }
  }

  private Set<CriterionKind> unmetBy(TierDecision decision, Fall fall) {
    Set<CriterionKind> kinds = EnumSet.noneOf(CriterionKind.class);
    for (TierFindings of : decision.findings()) {
      if (isDemanded(of.tier(), fall)) {
        for (Finding finding : of.findings()) {
          CriterionKind kind = finding.criterion().kind();
          if (!finding.met() && !decision.waived().contains(new TierCriterion(of.tier(), kind))) {
            kinds.add(kind);
          }
        }
      }
    }
    return kinds;
  }

  /** Whether it takes the tier's own criteria to hold what was held, or something in between. */
  private boolean isDemanded(Tier tier, Fall fall) {
    return ladder.compare(tier, fall.from()) <= 0
        && (policy.cumulative() || ladder.compare(tier, fall.to()) > 0);
  }

  long demotions() {
    return demotions;
  }

  MassDemotion toMassDemotion(long held) {
    Comparator<Fall> highestFirst =
        Comparator.comparing(Fall::from, ladder).thenComparing(Fall::to, ladder).reversed();
    List<TierMove> moves =
        falls.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(highestFirst))
            .map(fall -> new TierMove(fall.getKey().from(), fall.getKey().to(), fall.getValue()))
            .toList();
    return new MassDemotion(
        demotions, held, policy.standing().stopAbove(), moves, unmet, legacyEnded);
  }
}
