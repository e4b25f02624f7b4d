package dev.touchstone.application.integrity.port.out;

import dev.touchstone.application.integrity.IntegrityFinding;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import java.util.function.Consumer;

/** What the nights found odd; each night appends, nothing is overwritten. */
public interface IntegrityFindings {

  /**
   * Records what a night found, in order, within the caller's transaction. Recording once more for
   * the same night changes nothing.
   */
  void record(NightId night, List<IntegrityFinding> findings);

  /** Streams what a night found, in the order recorded. */
  void forEach(NightId night, Consumer<IntegrityFinding> consumer);
}
