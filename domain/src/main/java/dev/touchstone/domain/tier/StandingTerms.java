package dev.touchstone.domain.tier;

import org.jspecify.annotations.Nullable;

/**
 * How a policy turns earned tiers into held ones (domain.md, Standing).
 *
 * @param graceDays days between the first shortfall and the demotion
 * @param legacy the right of partners of the previous program, if the policy grants one
 */
public record StandingTerms(int graceDays, @Nullable LegacyRight legacy) {

  /** Checks the number. */
  public StandingTerms {
    if (graceDays < 0) {
      throw new IllegalArgumentException("graceDays must be 0 or more, not " + graceDays);
    }
  }
}
