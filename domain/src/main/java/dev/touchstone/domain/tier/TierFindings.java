package dev.touchstone.domain.tier;

import java.util.List;
import java.util.Set;

/**
 * The findings against one tier's own criteria, in the policy's order.
 *
 * @param tier the tier
 * @param findings one for each of its own criteria
 */
public record TierFindings(Tier tier, List<Finding> findings) {

  /** Copies the list. */
  public TierFindings {
    findings = List.copyOf(findings);
  }

  /** Whether all of the tier's own criteria are met. */
  public boolean met() {
    return findings.stream().allMatch(Finding::met);
  }

  /** Whether all of them are met or waived. */
  boolean metWhere(Set<TierCriterion> waived) {
    return findings.stream()
        .allMatch(
            finding ->
                finding.met()
                    || waived.contains(new TierCriterion(tier, finding.criterion().kind())));
  }
}
