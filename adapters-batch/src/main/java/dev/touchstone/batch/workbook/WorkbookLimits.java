package dev.touchstone.batch.workbook;

import org.apache.poi.openxml4j.util.ZipSecureFile;

/** How much a workbook may hold before it is taken for an attack or a mistake. */
final class WorkbookLimits {

  /** Bytes of one part after unpacking. A million rows of ten columns take about half of it. */
  static final long MAX_PART_BYTES = 1L << 30;

  /** Bytes of all parts that are read, after unpacking. */
  static final long MAX_TOTAL_BYTES = 2L << 30;

  /** What a spreadsheet can have. */
  static final int MAX_ROWS = 1_048_576;

  /** What a spreadsheet can have. */
  static final int MAX_COLUMNS = 16_384;

  /** Different texts; a million rows with a comment each stay below it. */
  static final int MAX_SHARED_STRINGS = 4_000_000;

  private static final int MAX_ENTRIES = 500;

  static {
    // Limits of the whole virtual machine, set once, here and nowhere else. The ratio stays at the
    // library's: rows of like attributes pack very well.
    ZipSecureFile.setMaxEntrySize(MAX_PART_BYTES);
    ZipSecureFile.setMaxFileCount(MAX_ENTRIES);
  }

  private WorkbookLimits() {}

  /** Makes sure that the limits on packages are in force. */
  static void enforce() {
    // Loading the class has done it.
  }
}
