package dev.touchstone.application.standing.service;

import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierFindings;
import dev.touchstone.domain.tier.Undecided;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** What changed for a partner from one night to another, in one line. */
final class ChangeText {

  private ChangeText() {}

  /** Of the first decision. */
  static String first(DecidedStanding decided) {
    Undecided undecided = decided.decision().undecided();
    return "first decision: "
        + (undecided == null ? "holds " + decided.standing().held() : wordsFor(undecided));
  }

  /**
   * Of a later one.
   *
   * @param ladder has all tiers of both
   */
  static String between(DecidedStanding before, DecidedStanding after, Ladder ladder) {
    List<String> changes = new ArrayList<>();
    addHeld(before, after, ladder, changes);
    addTerms(before.standing(), after.standing(), changes);
    addDecision(before.decision(), after.decision(), changes);
    return changes.isEmpty() ? "the evidence changed, but no finding" : String.join("; ", changes);
  }

  private static void addHeld(
      DecidedStanding before, DecidedStanding after, Ladder ladder, List<String> changes) {
    Tier was = before.standing().held();
    Tier is = after.standing().held();
    if (Objects.equals(was, is)) {
      return;
    }
    if (is == null) {
      Undecided undecided = after.decision().undecided();
      changes.add(undecided == null ? "no tier any more" : wordsFor(undecided));
    } else if (was == null) {
      changes.add("holds " + is + " again");
    } else {
      changes.add(
          "%s from %s to %s"
              .formatted(ladder.compare(is, was) > 0 ? "promoted" : "demoted", was, is));
    }
  }

  private static void addTerms(Standing before, Standing after, List<String> changes) {
    if (!Objects.equals(before.earned(), after.earned()) && after.earned() != null) {
      changes.add("earns " + after.earned());
    }
    if (after.atRiskUntil() != null && !after.atRiskUntil().equals(before.atRiskUntil())) {
      changes.add("at risk until " + after.atRiskUntil());
    }
    if (before.atRiskUntil() != null
        && after.atRiskUntil() == null
        && Objects.equals(before.held(), after.held())) {
      changes.add("no longer at risk");
    }
    if (before.legacy() != after.legacy()) {
      changes.add(
          after.legacy()
              ? "held by a right from the previous program"
              : "no longer held by a right from the previous program");
    }
  }

  private static void addDecision(TierDecision before, TierDecision after, List<String> changes) {
    if (!before.policy().equals(after.policy())) {
      changes.add("decided under " + after.policy());
    }
    addIfAny("waived: ", without(after.waived(), before.waived()), changes);
    addIfAny("no longer waived: ", without(before.waived(), after.waived()), changes);
    Map<TierCriterion, Finding> was = findings(before);
    Map<TierCriterion, Finding> is = findings(after);
    addIfAny("now met: ", listTurned(was, is, true), changes);
    addIfAny("no longer met: ", listTurned(was, is, false), changes);
    if (changes.isEmpty()) {
      addIfAny(
          "other evidence on ",
          listWhere(was, is, (earlier, now) -> !now.equals(earlier)),
          changes);
    }
  }

  private static List<TierCriterion> listTurned(
      Map<TierCriterion, Finding> was, Map<TierCriterion, Finding> is, boolean met) {
    return listWhere(was, is, (earlier, now) -> earlier.met() != met && now.met() == met);
  }

  /** The criteria of both decisions whose findings are so. */
  private static List<TierCriterion> listWhere(
      Map<TierCriterion, Finding> was,
      Map<TierCriterion, Finding> is,
      BiPredicate<Finding, Finding> test) {
    List<TierCriterion> criteria = new ArrayList<>();
    is.forEach(
        (criterion, now) -> {
          Finding earlier = was.get(criterion);
          if (earlier != null && test.test(earlier, now)) {
            criteria.add(criterion);
          }
        });
    return criteria;
  }

  private static Map<TierCriterion, Finding> findings(TierDecision decision) {
    Map<TierCriterion, Finding> findings = new LinkedHashMap<>();
    for (TierFindings tier : decision.findings()) {
      for (Finding finding : tier.findings()) {
        findings.put(new TierCriterion(tier.tier(), finding.criterion().kind()), finding);
      }
    }
    return findings;
  }

  private static List<TierCriterion> without(
      List<TierCriterion> criteria, Collection<TierCriterion> others) {
    return criteria.stream().filter(criterion -> !others.contains(criterion)).toList();
  }

  private static void addIfAny(String words, List<TierCriterion> criteria, List<String> changes) {
    if (!criteria.isEmpty()) {
      changes.add(
          words + criteria.stream().map(TierCriterion::toString).collect(Collectors.joining(", ")));
    }
  }

  private static String wordsFor(Undecided undecided) {
    return switch (undecided) {
      case NOT_YET_REGISTERED -> "no tier, because the partner is not registered by then";
      case SUSPENDED -> "no tier, because the partner is suspended";
      case LEFT -> "no tier, because the partner has left the program";
    };
  }
}
