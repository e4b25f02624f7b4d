package dev.touchstone.batch.workbook;

/** Text in cells that no spreadsheet may take for a formula. */
final class SafeCells {

  private static final String STARTS_A_FORMULA = "=+-@";

  private SafeCells() {}

  /** Whether a cell with this text needs a style that says it is text. */
  static boolean isDangerous(String text) {
    return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
  }

  /** The text with an apostrophe in front where it is dangerous: for cells without a style. */
  static String neverFormula(String text) {
    return isDangerous(text) ? "'" + text : text;
  }
}
