package dev.touchstone.domain.tier;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a policy turns earned tiers into held ones (domain.md, Standing), and how many of them may
 * fall in one night.
 *
 * @param graceDays days between the first shortfall and the demotion
 * @param legacy the right of partners of the previous program, if the policy grants one
 * @param stopAbove the percentage of held tiers, from 0 to 100, above which the demotions of one
 *     night wait for a person's word
 */
public record StandingTerms(int graceDays, @Nullable LegacyRight legacy, BigDecimal stopAbove) {

  /** Where the policy names no other percentage. */
  public static final BigDecimal DEFAULT_STOP_ABOVE = BigDecimal.valueOf(5);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Checks the numbers. */
  public StandingTerms {
    if (graceDays < 0) {
      throw new IllegalArgumentException("graceDays must be 0 or more, not " + graceDays);
    }
    if (stopAbove.signum() < 0 || stopAbove.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("stopAbove must be from 0 to 100, not " + stopAbove);
    }
  }

  /**
   * Whether so many demotions are more than the policy lets pass unseen: exactly, without a
   * division.
   *
   * @param demotions how many partners hold a lower tier than before
   * @param held how many partners held a tier before
   */
  public boolean stopsAt(long demotions, long held) {
    BigDecimal share = BigDecimal.valueOf(demotions).multiply(HUNDRED);
    return share.compareTo(stopAbove.multiply(BigDecimal.valueOf(held))) > 0;
  }
}
