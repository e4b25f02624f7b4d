package dev.touchstone.application.night.port.out;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightEntry;
import dev.touchstone.application.night.NightFigures;
import dev.touchstone.application.night.NightOutcome;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /**
   * Nights as they stand in the record, newest first, by date and run.
   *
   * @param before those before this one only; null to begin with the newest
   * @param limit how many at most
   */
  List<NightEntry> list(@Nullable NightId before, int limit);

  /** A night as it stands in the record, if it was ever opened. */
  Optional<NightEntry> find(NightId night);

  /** The runs before a night that were begun and are not complete, in order. */
  List<NightId> listUnfinishedBefore(NightId night);

  /**
   * The present moment by the clock that evidence is recorded by, on whatever machine this runs:
   * not before any moment at which some was recorded.
   */
  Instant readEvidenceClock();

  /**
   * Opens a night that has not been opened before.
   *
   * @param startedAt when, by the clock that evidence is recorded by: what was recorded later than
   *     that may be the night's
   */
  void open(Night night, Instant startedAt);

  /** Fixes what was known when the night's intake ended; the first moment fixed stays. */
  void fixEvidence(NightId night, Instant evidenceKnownAt);

  /** Notes that a person confirmed the night; the first moment noted stays. */
  void confirm(NightId night, Instant confirmedAt);

  /** Notes that the night is to decide all partners, whatever attempt chooses whom. */
  void wantFull(NightId night);

  /** Whether somebody has said that the night is to decide all partners. */
  boolean isFullWanted(NightId night);

  /** Notes how an attempt ended that did not make the night complete. */
  void recordOutcome(NightId night, NightOutcome outcome);

  /** Forgets how the last attempt ended, because another one begins. */
  void forgetOutcome(NightId night);

  /** Marks the night complete. */
  void complete(NightId night, Instant completedAt);

  /** What the night did, in numbers. */
  NightFigures getFigures(NightId night);

  /**
   * What the night took in, in numbers, without its moves: they are dear to count, and say nothing
   * before every partner is decided.
   */
  NightFigures getIntakeFigures(NightId night);
}
