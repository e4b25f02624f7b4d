package dev.touchstone.batch.step;

import java.time.Duration;

/** Who is told how a night goes on. Called from several threads. */
public interface Progress {

  /** A step begins. */
  void started(String step);

  /**
   * Items were committed.
   *
   * @param items how many since the last call
   */
  void advanced(String step, long items);

  /** A step ended, well or not. */
  void ended(String step, Duration elapsed);
}
