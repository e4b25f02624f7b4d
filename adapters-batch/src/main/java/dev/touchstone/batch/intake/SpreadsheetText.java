package dev.touchstone.batch.intake;

/** Text that goes into CSV files which people open in a spreadsheet. */
final class SpreadsheetText {

  private static final String STARTS_A_FORMULA = "=+-@\t\r";

  private SpreadsheetText() {}

  /** An apostrophe before text that a spreadsheet would take for a formula. */
  static String disarm(String text) {
    return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
