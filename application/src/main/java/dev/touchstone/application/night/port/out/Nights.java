package dev.touchstone.application.night.port.out;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightFigures;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The record of all nights; nights only go forward in business date. */
public interface Nights {

  /**
   * A night that was opened.
   *
   * @throws IllegalArgumentException if it never was
   */
  Night getNight(NightId night);

  /** The latest night by date and run, complete or not. */
  Optional<Night> findLatest();

  /** The latest complete night by date and run. */
  Optional<Night> findLatestComplete();

  /** The latest run of a date, complete or not. */
  Optional<Night> findLatestOn(LocalDate businessDate);

  /** The latest complete run of a date. */
  Optional<Night> findLatestCompleteOn(LocalDate businessDate);

  /** The runs before a night that were begun and are not complete, in order. */
  List<NightId> listUnfinishedBefore(NightId night);

  /**
   * Opens a night that has not been opened before.
   *
   * @param startedAt when
   */
  void open(Night night, Instant startedAt);

  /** Fixes what was known when the night's intake ended; the first moment fixed stays. */
  void fixEvidence(NightId night, Instant evidenceKnownAt);

  /** Notes that a person confirmed the night; the first moment noted stays. */
  void confirm(NightId night, Instant confirmedAt);

  /** Marks the night complete. */
  void complete(NightId night, Instant completedAt);

  /** What the night did, in numbers. */
  NightFigures getFigures(NightId night);
}
