package dev.touchstone.domain.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of the program (domain.md, Dates). */
public final class ProgramDays {

  /** The program's time zone. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Rome");

  private static final int LAST_YEAR = 9999;

  private ProgramDays() {}

  /** The day that the clock's moment falls on. */
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  /** Whether the day can be written as {@code yyyy-MM-dd}, as files do; others are no evidence. */
  public static boolean isWritable(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
  }
}
