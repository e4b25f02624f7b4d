package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the first pair of dates whose second comes before its first; the same day does not. */
final class DateOrder {

  private @Nullable Fault fault;

  DateOrder expect(
      String first, @Nullable LocalDate firstDate, String second, @Nullable LocalDate secondDate) {
    if (fault == null
        && firstDate != null
        && secondDate != null
        && secondDate.isBefore(firstDate)) {
      fault =
          new Fault(
              RejectReason.DATES_REVERSED,
              "%s %s is before %s %s; correct one of the two dates"
                  .formatted(second, secondDate, first, firstDate),
              List.of(first, second));
    }
    return this;
  }

  @Nullable Fault fault() {
    return fault;
  }
}
