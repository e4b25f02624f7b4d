package dev.touchstone.domain.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a fact holds: from the first day on, up to but without the end day (domain.md,
 * Dates). An end on the first day makes a fact that never holds.
 *
 * @param from the first day
 * @param until the first day on which the fact no longer holds, or null for no end
 */
public record Validity(LocalDate from, @Nullable LocalDate until) {

  /** A validity without end. */
  public static Validity since(LocalDate from) {
    return new Validity(from, null);
  }

  /** Whether the fact holds on the day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  /** Whether there is a day on which both hold. */
  public boolean overlaps(Validity other) {
    return !isEmpty()
        && !other.isEmpty()
        && (until == null || other.from.isBefore(until))
        && (other.until == null || from.isBefore(other.until));
  }

  private boolean isEmpty() {
    return until != null && !until.isAfter(from);
  }
}
