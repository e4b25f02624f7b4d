package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;

/**
 * Collects the text of an element, up to a length at which it is too long for any column; what
 * follows is passed over, so that a cell of any size takes little memory.
 */
final class CappedText {

  /** At most two chars a code point, white space that trimming takes off, and escapes. */
  private static final int CAP = 16 * Cell.MAX_TEXT;

  private final StringBuilder text = new StringBuilder();

  void clear() {
    text.setLength(0);
  }

  void append(char[] chars, int start, int length) {
    int room = CAP - text.length();
    if (room > 0) {
      text.append(chars, start, Math.min(room, length));
    }
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The text as it stands in the XML. */
  String raw() {
    return text.toString();
  }

  /** The text of a string value: {@code _xHHHH_} stands for one UTF-16 unit. */
  String decoded() {
    int escape = text.indexOf("_x");
    if (escape < 0) {
      return text.toString();
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int from = 0;
    while (escape >= 0) {
      int unit = unitAt(escape);
      if (unit >= 0) {
        decoded.append(text, from, escape).append((char) unit);
        from = escape + 7;
        escape = text.indexOf("_x", from);
      } else {
        escape = text.indexOf("_x", escape + 2);
      }
    }
    return decoded.append(text, from, text.length()).toString();
  }

  private int unitAt(int escape) {
    if (escape + 7 > text.length() || text.charAt(escape + 6) != '_') {
      return -1;
    }
    int unit = 0;
    for (int i = escape + 2; i < escape + 6; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }
}
