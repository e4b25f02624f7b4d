package dev.touchstone.batch.workbook;

import dev.touchstone.domain.text.Text;
import org.apache.poi.ss.SpreadsheetVersion;

/** Text in cells that no spreadsheet may take for a formula, also when somebody edits the cell. */
final class SafeCells {

  private static final String STARTS_A_FORMULA = "=+-@";

  private SafeCells() {}

  /**
   * Whether a cell with this text needs a style that says it is text. A program may drop white
   * space in front and then see what follows.
   */
  static boolean isDangerous(String text) {
    String seen = Text.trim(text);
    return !seen.isEmpty() && STARTS_A_FORMULA.indexOf(seen.charAt(0)) >= 0;
  }

  /** The text as far as a cell can hold it. */
  static String fitting(String text) {
    int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    return text.length() <= most ? text : text.substring(0, most);
  }
}
