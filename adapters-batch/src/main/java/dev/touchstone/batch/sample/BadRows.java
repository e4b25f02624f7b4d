package dev.touchstone.batch.sample;

/** Which rows are bad, and in what way. */
final class BadRows {

  private static final int ONE_IN = 100;

  private BadRows() {}

  /** Whether a bad row is due after so many rows. */
  static boolean isDue(int row) {
    return row % ONE_IN == 0;
  }

  /** Which of so many faults is due: each in turn. */
  static int which(int row, int faults) {
    return row / ONE_IN % faults;
  }
}
