package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.DecidedNight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The nights whose decisions count: the complete ones. */
public interface DecidedNights {

  /** The latest by date and run. */
  Optional<DecidedNight> findLatest();

  /** The latest run of a date. */
  Optional<DecidedNight> findLatestOn(LocalDate businessDate);

  /**
   * The present moment by the clock that evidence is recorded by, on whatever machine this runs.
   */
  Instant readEvidenceClock();
}
