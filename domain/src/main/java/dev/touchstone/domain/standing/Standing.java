package dev.touchstone.domain.standing;

import dev.touchstone.domain.tier.Tier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a partner holds on a date (domain.md, Standing). The displayed tier is the held tier.
 *
 * @param earned the tier earned by the evidence alone; null where the partner has no tier on the
 *     date
 * @param held the tier after grace, legacy rights and waivers; null exactly where earned is
 * @param legacy whether the held tier rests on a right from the previous program
 * @param atRiskUntil the day on which the held tier falls if the evidence does not recover; null
 *     where nothing is at risk
 * @param since the first day of the unbroken time in which the partner has held this tier; null
 *     where it holds none
 */
public record Standing(
    @Nullable Tier earned,
    @Nullable Tier held,
    boolean legacy,
    @Nullable LocalDate atRiskUntil,
    @Nullable LocalDate since) {

  /** Of a partner that has no tier. */
  public static final Standing NONE = new Standing(null, null, false, null, null);

  /** What the directory shows: the held tier, nothing else. */
  public @Nullable Tier displayed() {
    return held;
  }
}
