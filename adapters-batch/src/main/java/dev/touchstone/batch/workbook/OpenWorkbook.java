package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A workbook whose sheets can be streamed: they are listed, and the texts they share are at hand.
 * The time that reading takes is limited; see {@link #pause}.
 */
final class OpenWorkbook implements Closeable {

  private final WorkbookPackage workbook;
  private final WorkbookIndex index;
  private final SharedStrings sharedStrings;

  private OpenWorkbook(WorkbookPackage workbook, WorkbookIndex index, SharedStrings sharedStrings) {
    this.workbook = workbook;
    this.index = index;
    this.sharedStrings = sharedStrings;
  }

  /**
   * Opens a file.
   *
   * @throws UnusableFileException if it is no workbook that can be read, or is beyond the limits
   */
  static OpenWorkbook open(Path file) throws UnusableFileException {
    WorkbookPackage workbook = WorkbookPackage.open(file);
    SharedStrings strings = new SharedStrings(WorkbookLimits.SHARED_STRING_MEMORY_BYTES);
    boolean opened = false;
    try {
      OpenWorkbook result = new OpenWorkbook(workbook, WorkbookIndex.of(workbook), strings);
      result.readSharedStrings();
      opened = true;
      return result;
    } finally {
      if (!opened) {
        workbook.close();
        strings.close();
      }
    }
  }

  /** The visible worksheets, in the workbook's order. */
  List<Sheet> sheets() {
    return index.sheets();
  }

  /** How serial dates are counted. */
  DateSystem dates() {
    return index.dates();
  }

  /** The rows of a sheet, from its start; to be closed before the workbook is. */
  SheetRows rows(Sheet sheet) throws UnusableFileException {
    SheetRows rows = new SheetRows(workbook.sheetXml(sheet), sheet, sharedStrings);
    boolean entered = false;
    try {
      rows.enter();
      entered = true;
      return rows;
    } finally {
      if (!entered) {
        rows.close();
      }
    }
  }

  /** Stops the clock while somebody else works. */
  void pause() {
    workbook.pause();
  }

  /** Lets the clock run again. */
  void resume() {
    workbook.resume();
  }

  @Override
  public void close() throws IOException {
    try (sharedStrings;
        workbook) {
      // Both, whatever becomes of the other.
    }
  }

  private void readSharedStrings() throws UnusableFileException {
    try (XmlPart xml = workbook.sharedStringsXml()) {
      if (xml != null) {
        sharedStrings.readFrom(xml);
      }
    }
  }
}
