package dev.touchstone.batch.workbook;

import java.time.Duration;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * How large a survey workbook may be. A file beyond any of these is refused (FILE_TOO_LARGE), so
 * that no file can take more memory than a few times the budget for shared strings.
 */
final class WorkbookLimits {

  /** The rows of a sheet, as Excel has them. */
  static final int ROWS = 1_048_576;

  /** The columns of a sheet, as Excel has them. */
  static final int COLUMNS = 16_384;

  /** The sheets of a workbook. */
  static final int SHEETS = 1_000;

  /** The parts of a package. */
  static final int PARTS = 1_000;

  /** The central directory of a package, in bytes: it is held in memory. */
  static final int DIRECTORY_BYTES = 1 << 20;

  /** One part unpacked, in bytes. */
  static final long PART_BYTES = 1L << 30;

  /** All that is unpacked of one workbook, in bytes. */
  static final long TOTAL_BYTES = 2L << 30;

  /** One part of the package's own (content types, relationships), in bytes: POI builds a tree. */
  static final long PACKAGE_PART_BYTES = 1 << 20;

  /** All parts of the package's own, in bytes: POI keeps the relationships. */
  static final long PACKAGE_BYTES = 4 << 20;

  /** Above so many unpacked bytes a part may not be packed more tightly than by this ratio. */
  static final long RATIO_GRACE_BYTES = 8 << 20;

  /** How many bytes a packed byte may become. */
  static final long INFLATE_RATIO = 100;

  /** For how long a workbook may be read, the use of its rows not counted. */
  static final Duration READING_TIME = Duration.ofMinutes(10);

  /** The shared strings of a workbook. */
  static final int SHARED_STRINGS = 4 * ROWS;

  /** The text of all shared strings, in bytes of UTF-8. */
  static final long SHARED_STRING_BYTES = 1L << 30;

  /** The shared strings that stay in memory, in bytes; further ones go to a temporary file. */
  static final int SHARED_STRING_MEMORY_BYTES = 48 << 20;

  /** How deep elements may be nested. */
  static final int XML_DEPTH = 128;

  /** The same in the package's own parts, which need three levels at most. */
  static final int PACKAGE_XML_DEPTH = 4;

  /** One tag, comment or processing instruction, in bytes. */
  static final int XML_MARKUP_BYTES = 256 << 10;

  /** The different names in one part: the parser keeps each. */
  static final int XML_NAMES = 10_000;

  /**
   * Unpacked bytes up to which a workbook is edited in memory, where it takes about fifteen times
   * as much.
   */
  static final long EDITABLE_BYTES = 12 << 20;

  /** Bad rows up to which a workbook is edited in memory. */
  static final int EDITABLE_ROWS = 50_000;

  /**
   * The text that is copied into a workbook of bad rows, in characters. Cells may share one text as
   * often as they like, but in the copy each has its own.
   */
  static final long COPIED_CHARACTERS = 1 << 28;

  private WorkbookLimits() {}

  /**
   * Tightens POI's own limits, which hold for the whole JVM: this is the one place that sets them.
   * The ratio stays at POI's default of 1 to 100.
   */
  static void applyToPoi() {
    ZipSecureFile.setMaxEntrySize(PART_BYTES);
    ZipSecureFile.setMaxFileCount(PARTS);
    ZipSecureFile.setMaxTextSize(1 << 20);
  }
}
