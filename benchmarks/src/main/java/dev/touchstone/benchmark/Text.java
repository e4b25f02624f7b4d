package dev.touchstone.benchmark;

import java.time.Duration;
import java.util.Locale;

/** How figures are written. */
final class Text {

  private static final long NANOS_OF_A_SECOND = 1_000_000_000;

  private Text() {}

  /** A duration in seconds, or in nanoseconds where it is less than a millisecond. */
  static String of(Duration duration) {
    return duration.compareTo(Duration.ofMillis(1)) < 0
        ? duration.toNanos() + " ns"
        : String.format(Locale.ROOT, "%.3f s", (double) duration.toNanos() / NANOS_OF_A_SECOND);
  }
}
