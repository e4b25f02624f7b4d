package dev.touchstone.batch.workbook;

import java.util.regex.Pattern;

/** Reads numbers as XML writes them. */
final class Numbers {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,6})?");
  private static final int DIGITS_HELD = 15;
  private static final double[] POWERS_OF_TEN = powersOfTen();

  private Numbers() {}

  /** The number; NaN if it is none, or beyond what a double holds. */
  static double parse(CellText text) {
    double exact = parseShort(text);
    if (!Double.isNaN(exact)) {
      return exact;
    }
    String string = text.toString();
    if (!DECIMAL.matcher(string).matches()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(string);
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /**
   * A number of up to 15 digits: both they and the power of ten are exact as double, so that their
   * quotient is rounded once, as it should be. NaN for all else.
   */
  private static double parseShort(CellText text) {
    int length = text.length();
    int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    if (length - start > DIGITS_HELD + 1) {
      return Double.NaN;
    }
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int i = start; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count++;
      } else if (c == '.' && point < 0) {
        point = i;
      } else {
        return Double.NaN;
      }
    }
    if (count == 0 || count > DIGITS_HELD) {
      return Double.NaN;
    }
    double value = point < 0 ? digits : digits / POWERS_OF_TEN[length - 1 - point];
    return start == 1 ? -value : value;
  }

  private static double[] powersOfTen() {
    double[] powers = new double[DIGITS_HELD + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
