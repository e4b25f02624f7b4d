package dev.touchstone.application.tier;

import dev.touchstone.domain.tier.PolicyVersion;
import java.time.LocalDate;

/**
 * How far the nights have come, complete or not: up to this date the policies in force are settled.
 *
 * @param businessDate the date of the latest night
 * @param policy the version it was begun under
 */
public record LatestNight(LocalDate businessDate, PolicyVersion policy) {

  /** Whether a version that takes effect on the day has been in force for a night. */
  public boolean hasReached(LocalDate effectiveFrom) {
    return !businessDate.isBefore(effectiveFrom);
  }
}
