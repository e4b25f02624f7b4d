package dev.touchstone.application.appeal;

import dev.touchstone.domain.time.ProgramDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * How long a decision can be appealed against.
 *
 * @param within how long, from the day on which its night was complete and the partner could read
 *     it
 */
public record AppealTerms(Period within) {

  /**
   * @throws IllegalArgumentException if the time is negative
   */
  public AppealTerms {
    if (within.isNegative()) {
      throw new IllegalArgumentException("The time for appeals is not negative: " + within);
    }
  }

  /** The last day on which the decision of a night that was complete then can be appealed. */
  public LocalDate lastDay(Instant completedAt) {
    return dayOf(completedAt).plus(within);
  }

  /** Whether an appeal at a moment is in time. */
  public boolean allows(Instant completedAt, Instant moment) {
    return !dayOf(moment).isAfter(lastDay(completedAt));
  }

  private static LocalDate dayOf(Instant moment) {
    return moment.atZone(ProgramDays.ZONE).toLocalDate();
  }
}
