package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.Explanation;
import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.tier.Shortfall;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A decision in words (formats.md, Commands: explain). */
public final class ExplanationText {

  private ExplanationText() {}

  /**
   * The lines of the explanation, without line ends.
   *
   * @param discretion how much of the survey they tell
   */
  public static List<String> linesFor(Explanation explanation, SurveyDiscretion discretion) {
    FindingText findingText = new FindingText(discretion);
    TierDecision decision = explanation.decision();
    List<String> lines = new ArrayList<>();
    lines.add(headline(decision));
    lines.addAll(standing(explanation));
    explanation.waivers().forEach(waiver -> lines.add(lineFor(waiver)));
    for (TierFindings tier : decision.findings()) {
      if (!tier.findings().isEmpty()) {
        lines.add("");
        lines.add(
            tier.tier() + (tier.met() ? ": its own demands are met" : ": not all demands are met"));
        tier.findings().forEach(finding -> lines.addAll(findingText.linesFor(finding)));
      }
    }
    if (!decision.competencies().isEmpty()) {
      lines.add("");
      lines.add("Certified competencies: " + FindingText.join(decision.competencies()));
    }
    Shortfall shortfall = decision.shortfall();
    if (shortfall != null) {
      lines.add("");
      lines.add("What is missing for " + shortfall.next() + ":");
      shortfall.unmet().forEach(finding -> lines.add("  - " + findingText.missing(finding)));
    }
    if (explanation.path() != null) {
      lines.add("");
      lines.addAll(PathText.linesFor(explanation.path(), discretion.tellsAllOf(decision)));
    }
    Tier earned = decision.earned();
    if (explanation.outlook() != null && earned != null) {
      lines.add("");
      lines.addAll(OutlookText.linesFor(earned, explanation.outlook(), discretion));
    }
    return List.copyOf(lines);
  }

  private static String headline(TierDecision decision) {
    String on =
        decision.partner() + " on " + decision.date() + " under " + decision.policy() + ": ";
    if (decision.undecided() == null) {
      return on
          + "earns "
          + decision.earned()
          + (Objects.equals(decision.earned(), decision.withWaivers())
              ? ""
              : ", " + decision.withWaivers() + " with waivers");
    }
    return on
        + switch (decision.undecided()) {
          case NOT_YET_REGISTERED -> "no tier, because the partner is not registered by then";
          case SUSPENDED -> "no tier, because the partner is suspended";
          case LEFT -> "no tier, because the partner has left the program";
        };
  }

  /** A waiver in one line: what it does for whom and when, who answers for it and why. */
  public static String lineFor(Waiver waiver) {
    return "Waiver %s lets %s pass for %s, from %s up to %s. %s: %s"
        .formatted(
            waiver.id(),
            waiver.criterion(),
            waiver.target(),
            waiver.from(),
            waiver.to(),
            waiver.author(),
            waiver.reason());
  }

  private static List<String> standing(Explanation explanation) {
    Standing standing = explanation.standing();
    List<String> lines = new ArrayList<>();
    if (standing.held() != null) {
      lines.add(
          "Holds and displays "
              + standing.held()
              + " since "
              + standing.since()
              + (standing.legacy() ? ", by a right from the previous program" : "")
              + ".");
    }
    if (standing.atRiskUntil() != null) {
      lines.add(
          "At risk: falls to "
              + explanation.fallsTo()
              + " on "
              + standing.atRiskUntil()
              + " unless the evidence recovers before.");
    }
    return lines;
  }
}
