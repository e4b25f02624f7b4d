package dev.touchstone.domain.time;

import java.time.LocalDate;

/**
 * What a nightly run is identified by.
 *
 * @param businessDate the date decided
 * @param run 1 for the night itself; each later run of the same date ({@code --again}) counts up
 */
public record NightId(LocalDate businessDate, int run) {

  @Override
  public String toString() {
    return run == 1 ? businessDate.toString() : businessDate + " (run " + run + ")";
  }
}
