package dev.touchstone.application.night;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A night as it stands in the record.
 *
 * @param night the night
 * @param startedAt when it was opened
 * @param lastOutcome how the last attempt ended; null while one is under way, after one whose
 *     process died, and of a complete night
 */
public record NightEntry(Night night, Instant startedAt, @Nullable NightOutcome lastOutcome) {

  /** Whether the record alone does not tell what has become of it. */
  public boolean isOpen() {
    return !night.isComplete() && lastOutcome == null;
  }
}
