package dev.touchstone.batch.step;

import dev.touchstone.domain.time.NightId;
import java.time.Instant;

/** Tells at which moment a night's evidence was complete: its decisions rest on what was known. */
@FunctionalInterface
public interface EvidenceMoment {

  /**
   * The moment.
   *
   * @throws IllegalStateException if the night's intake has not ended
   */
  Instant of(NightId night);
}
