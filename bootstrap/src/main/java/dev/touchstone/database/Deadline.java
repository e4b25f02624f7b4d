package dev.touchstone.database;

import java.time.Duration;

/** The end of a bounded wait. */
final class Deadline {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  boolean hasPassed() {
    return System.nanoTime() - end >= 0;
  }

  /** Waits a moment before the next attempt. */
  static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailableException("Interrupted while waiting for the database", e);
    }
  }
}
