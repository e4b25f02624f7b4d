package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierPolicy;
import java.util.List;

/**
 * What one reading of the program's rules finds of a partner on a date.
 *
 * @param policy the policy that it has in force on the date
 * @param decided the decision and the standing by it
 */
record Reading(TierPolicy policy, DecidedStanding decided) {

  Standing standing() {
    return decided.standing();
  }

  /**
   * What is missing of all that this policy demands for a tier, each led by the tier that demands
   * it, in the order of the policy.
   *
   * @param tier need not be one of this policy's
   * @param ladder has the tier and all those of this policy
   */
  List<String> listMissing(Tier tier, Ladder ladder) {
    FindingText findingText = new FindingText(SurveyDiscretion.NONE);
    return decided.decision().findings().stream()
        .filter(
            own ->
                policy.cumulative()
                    ? ladder.compare(own.tier(), tier) <= 0
                    : own.tier().equals(tier))
        .flatMap(
            own ->
                own.findings().stream()
                    .filter(finding -> !finding.met())
                    .map(finding -> own.tier() + ": " + findingText.missing(finding)))
        .toList();
  }
}
