package dev.touchstone.command;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.out.Nights;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * Nights only go forward: one with a mistyped year would end those of every day up to it. Where the
 * nights have followed the calendar, a date far ahead is therefore taken for a mistake; elsewhere
 * (a first night, a simulated year) any date is a date.
 */
final class NightCalendar {

  /** For how long the latest complete night tells that nights follow the calendar. */
  private static final Period MEMORY = Period.ofMonths(1);

  private NightCalendar() {}

  /**
   * Makes sure that a night may be begun.
   *
   * @throws CommandFailure if its date is later than tomorrow, and nobody has begun it, and nights
   *     have followed the calendar
   */
  static void require(LocalDate date, LocalDate today, Nights nights) {
    // Tomorrow's may be run early, and clocks differ.
    if (date.isAfter(today.plusDays(1))
        && nights.findLatestOn(date).isEmpty()
        && followCalendar(nights.findLatestComplete(), today)) {
      throw CommandFailure.wrongUsage(
          ("%s lies ahead of today, %s, and nights only go forward: after its night none could be"
                  + " run up to then, those of the schedule included. Mend --date, or say --ahead"
                  + " as well.")
              .formatted(date, today));
    }
  }

  private static boolean followCalendar(Optional<Night> latest, LocalDate today) {
    return latest
        .map(night -> night.id().businessDate())
        .filter(date -> !date.isBefore(today.minus(MEMORY)) && !date.isAfter(today.plusDays(1)))
        .isPresent();
  }
}
