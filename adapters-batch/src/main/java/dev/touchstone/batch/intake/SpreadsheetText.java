package dev.touchstone.batch.intake;

import dev.touchstone.domain.text.Text;

/** Text that goes into CSV files which people open in a spreadsheet. */
final class SpreadsheetText {

  private static final String STARTS_A_FORMULA = "=+-@";

  /** A spreadsheet may drop them and then see what follows. */
  private static final String DROPPED_IN_FRONT = "\t\r\n";

  private SpreadsheetText() {}

  /**
   * An apostrophe before text that a spreadsheet would take for a formula, also after white space.
   */
  static String disarm(String text) {
    return startsWithOneOf(DROPPED_IN_FRONT, text)
            || startsWithOneOf(STARTS_A_FORMULA, Text.trim(text))
        ? "'" + text
        : text;
  }

  /** Takes back what {@link #disarm} did. */
  static String rearm(String text) {
    return text.startsWith("'") && disarm(text.substring(1)).equals(text)
        ? text.substring(1)
        : text;
  }

  private static boolean startsWithOneOf(String characters, String text) {
    return !text.isEmpty() && characters.indexOf(text.charAt(0)) >= 0;
  }
}
