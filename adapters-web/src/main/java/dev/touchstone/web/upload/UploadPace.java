package dev.touchstone.web.upload;

import java.time.Duration;

/**
 * How fast an upload has to come: after a while at least so many bytes a second, on the average.
 *
 * @param bytesPerSecond the slowest average; above zero
 * @param patience how long nothing is asked; not negative
 */
public record UploadPace(long bytesPerSecond, Duration patience) {

  /** Checks both. */
  public UploadPace {
    if (bytesPerSecond <= 0 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "touchstone.upload.slowest has to be above zero and touchstone.upload.patience not"
              + " negative, but they are "
              + bytesPerSecond
              + " bytes and "
              + patience);
    }
  }

  /** Whether so many bytes in so many nanoseconds are too few. */
  boolean isTooSlow(long bytes, long nanos) {
    double seconds = (nanos - patience.toNanos()) / 1e9;
    return seconds > 0 && bytes < seconds * bytesPerSecond;
  }
}
