package dev.touchstone.application.standing.service;

import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.Shortfall;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a partner's tier is another under a candidate, in one line. */
final class MoveReason {

  private MoveReason() {}

  /**
   * The reason.
   *
   * @param now what holds now; null where no policy is in force
   */
  static String of(@Nullable DecidedStanding now, DecidedStanding then) {
    if (now == null) {
      return "no policy is in force now";
    }
    List<String> reasons = new ArrayList<>();
    if (!Objects.equals(now.decision().earned(), then.decision().earned())) {
      reasons.add(earned(now.decision(), then.decision()));
    }
    reasons.addAll(displayed(now.standing(), then));
    return String.join("; ", reasons);
  }

  /** What the candidate demands that is not met, else what is demanded now and would not be. */
  private static String earned(TierDecision now, TierDecision then) {
    Tier lost = now.earned();
    List<String> missing = new ArrayList<>();
    for (TierFindings of : then.findings()) {
      if (lost != null && isUpTo(of.tier(), lost, then)) {
        of.findings().stream()
            .filter(finding -> !finding.met())
            .map(finding -> of.tier() + ": " + FindingText.missing(finding))
            .forEach(missing::add);
      }
    }
    if (!missing.isEmpty() && isBelow(then.earned(), lost, then)) {
      return "not met for " + lost + " under the candidate: " + String.join(" / ", missing);
    }
    Shortfall shortfall = now.shortfall();
    return shortfall == null
        ? "the candidate has a tier above " + lost + " that is earned"
        : "no longer demanded for "
            + shortfall.next()
            + " or met otherwise: "
            + shortfall.unmet().stream()
                .map(MoveReason::missing)
                .collect(Collectors.joining(" / "));
  }

  private static String missing(Finding finding) {
    return FindingText.missing(finding);
  }

  private static boolean isUpTo(Tier tier, Tier lost, TierDecision then) {
    return rungOf(tier, then) <= rungOf(lost, then);
  }

  private static boolean isBelow(@Nullable Tier tier, @Nullable Tier other, TierDecision then) {
    return tier != null && other != null && rungOf(tier, then) < rungOf(other, then);
  }

  private static int rungOf(Tier tier, TierDecision then) {
    return then.findings().stream().map(TierFindings::tier).toList().indexOf(tier);
  }

  private static List<String> displayed(Standing now, DecidedStanding decided) {
    Standing then = decided.standing();
    List<String> reasons = new ArrayList<>();
    if (then.atRiskUntil() != null) {
      reasons.add(then.displayed() + " is displayed until " + then.atRiskUntil() + " by grace");
    } else if (then.legacy()) {
      reasons.add(then.displayed() + " is displayed by a right from the previous program");
    } else if (!Objects.equals(decided.decision().earned(), decided.decision().withWaivers())) {
      reasons.add(then.displayed() + " is displayed by a waiver");
    }
    if (reasons.isEmpty() && !Objects.equals(now.displayed(), then.displayed())) {
      if (now.atRiskUntil() != null) {
        reasons.add("now " + now.displayed() + " is displayed by grace");
      } else if (now.legacy()) {
        reasons.add(
            "now " + now.displayed() + " is displayed by a right from the previous program");
      }
    }
    return reasons;
  }
}
