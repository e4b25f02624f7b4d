package dev.touchstone.command;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.out.Nights;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Finds the night that a command speaks of. */
final class CompleteNights {

  private CompleteNights() {}

  /**
   * The complete night of a date, or the latest one.
   *
   * @param date null for the latest
   * @throws CommandFailure if there is none
   */
  static Night get(Nights nights, @Nullable LocalDate date) {
    Night latest =
        nights
            .findLatestComplete()
            .orElseThrow(
                () -> CommandFailure.wrongUsage("No night is complete yet; run nightly first."));
    if (date == null) {
      return latest;
    }
    return nights
        .findLatestCompleteOn(date)
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "There is no complete night of "
                        + date
                        + "; the latest is that of "
                        + latest.id().businessDate()
                        + "."));
  }
}
