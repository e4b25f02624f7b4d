package dev.touchstone.batch.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts unpacked bytes and refuses to go on beyond the limits. */
final class CountedInput extends FilterInputStream {

  /** How much all parts of one workbook have given. */
  static final class Budget {
    private long left = WorkbookLimits.MAX_TOTAL_BYTES;
  }

  /** The workbook unpacks to more than it may. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("unpacks to more than a workbook may hold");
    }
  }

  private final Budget budget;
  private long leftOfPart = WorkbookLimits.MAX_PART_BYTES;

  CountedInput(InputStream in, Budget budget) {
    super(in);
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      count(n);
    }
    return n;
  }

  private void count(int n) throws TooLargeException {
    leftOfPart -= n;
    budget.left -= n;
    if (leftOfPart < 0 || budget.left < 0) {
      throw new TooLargeException();
    }
  }
}
