package dev.touchstone.batch.workbook;

import java.io.IOException;

/** More was unpacked than {@link WorkbookLimits} allow. */
final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  TooLargeException(String message) {
    super(message);
  }
}
