package dev.touchstone.domain.tier;

import java.util.ArrayList;
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
    for (Finding finding : findings) {
      if (!finding.met()) {
        return false;
      }
    }
    return true;
  }

  /** Whether all of them are met or waived. */
  boolean metWhere(Set<TierCriterion> waived) {
    for (Finding finding : findings) {
      if (!finding.met() && !waived.contains(new TierCriterion(tier, finding.criterion().kind()))) {
        return false;
      }
    }
    return true;
  }

  /** The findings that are not met. */
  List<Finding> listUnmet() {
    List<Finding> unmet = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      if (!finding.met()) {
        unmet.add(finding);
      }
    }
    return unmet;
  }
}
