package dev.touchstone.application.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When nights are to run: once for each date, at a time of the day. The date is the business date
 * of the night. Where clocks are put forward over that time, the night runs as much later; where
 * they are put back and the time comes twice, it runs the first time.
 *
 * @param at the time of the day
 * @param zone where it is that time
 */
public record NightSchedule(LocalTime at, ZoneId zone) {

  /** The date of the latest night whose time has come. */
  public LocalDate findDue(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return momentOf(today).isAfter(now) ? today.minusDays(1) : today;
  }

  /** When the night of a date is to run. */
  public Instant momentOf(LocalDate businessDate) {
    return businessDate.atTime(at).atZone(zone).toInstant();
  }
}
