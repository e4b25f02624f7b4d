package dev.touchstone.web.api;

import dev.touchstone.domain.time.ProgramDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days that a query asks for. */
public final class QueryDay {

  private QueryDay() {}

  /**
   * The day of a parameter, if it is given.
   *
   * @throws InvalidRequestException if it is no day that evidence can have
   */
  public static @Nullable LocalDate check(String parameter, @Nullable LocalDate day) {
    if (day != null && !ProgramDays.isWritable(day)) {
      throw new InvalidRequestException(parameter, "is a day with a year from 0001 to 9999");
    }
    return day;
  }
}
