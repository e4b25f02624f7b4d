package dev.touchstone.batch.workbook;

import java.util.function.LongSupplier;

/** How much of one workbook may still be unpacked, over all its parts, and for how long. */
final class UnpackBudget {

  private final LongSupplier nanoTime;
  private long nanosLeft;
  private long resumedAt;
  private boolean running = true;

  private long perPart;
  private long left;
  private boolean exhausted;

  /**
   * A budget whose time begins to run.
   *
   * @param nanoTime the clock, in nanoseconds from any origin
   * @param nanos for how long
   */
  UnpackBudget(long perPart, long total, LongSupplier nanoTime, long nanos) {
    this.perPart = perPart;
    this.left = total;
    this.nanoTime = nanoTime;
    this.nanosLeft = nanos;
    this.resumedAt = nanoTime.getAsLong();
  }

  /** Sets new limits on bytes, from here on. */
  void reset(long newPerPart, long newTotal) {
    perPart = newPerPart;
    left = newTotal;
  }

  /** Whether more was asked for than there was. */
  boolean isExhausted() {
    return exhausted;
  }

  /** Stops the time: what others do with the rows is not the workbook's doing. */
  void pause() {
    if (running) {
      nanosLeft -= nanoTime.getAsLong() - resumedAt;
      running = false;
    }
  }

  /** Lets the time run again. */
  void resume() {
    if (!running) {
      resumedAt = nanoTime.getAsLong();
      running = true;
    }
  }

  /**
   * Takes bytes that were unpacked.
   *
   * @param bytes how many just now
   * @param soFar how many of this part, these included
   */
  void take(long bytes, long soFar) throws TooLargeException {
    left -= bytes;
    if (soFar > perPart || left < 0) {
      exhausted = true;
      throw new TooLargeException("more than %,d bytes unpacked".formatted(soFar));
    }
    if (nanoTime.getAsLong() - resumedAt > nanosLeft) {
      exhausted = true;
      throw new TooLargeException("reading takes too long");
    }
  }
}
