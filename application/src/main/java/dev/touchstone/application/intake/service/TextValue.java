package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.domain.text.EvidenceText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Text and ids (formats.md, CSV and Survey workbook). */
final class TextValue {

  /** Below it every whole double is the number that was written, and a long prints it. */
  private static final double EXACT = 1e15;

  /** Digits that a decimal number may need to come back as the same double. */
  private static final int FEWEST_DIGITS = 15;

  private static final int MOST_DIGITS = 17;

  private TextValue() {}

  static String read(String column, Cell cell, int maxCodePoints) throws BadValueException {
    if (cell instanceof Cell.ErrorValue) {
      throw missing(column, cell);
    }
    return checked(column, textOf(cell), maxCodePoints);
  }

  /** An id is text or a whole number: 1001, 1001.0 and "1001" are one id. */
  static String readId(String column, Cell cell, int maxCodePoints) throws BadValueException {
    boolean isWhole = cell instanceof Cell.Numeric n && WholeNumber.isWhole(n.value());
    if (cell instanceof Cell.Text || cell instanceof Cell.ErrorValue || isWhole) {
      String id = read(column, cell, maxCodePoints);
      if (EvidenceText.isTooLongForAnId(id)) {
        throw new BadValueException(
            column,
            RejectReason.TOO_LONG,
            String.format(
                Locale.ROOT,
                "%s is longer than %,d bytes in UTF-8, the most that an id may have; shorten it",
                Detail.value(column, id),
                EvidenceText.MAX_ID_BYTES));
      }
      return id;
    }
    throw new BadValueException(
        column,
        RejectReason.BAD_NUMBER,
        Detail.value(column, textOf(cell)) + " is no id; write text or a whole number");
  }

  static BadValueException missing(String column, Cell cell) {
    return new BadValueException(
        column,
        RejectReason.MISSING_VALUE,
        Detail.value(column, textOf(cell)) + " is an error, not a value; write the value itself");
  }

  /** What a cell says as text, whatever its type. */
  static String textOf(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return text.value();
    } else if (cell instanceof Cell.Numeric number) {
      return plain(number.value());
    } else if (cell instanceof Cell.Truth truth) {
      return truth.value() ? "TRUE" : "FALSE";
    } else if (cell instanceof Cell.Date date) {
      return date.value().toString();
    } else {
      return ((Cell.ErrorValue) cell).code();
    }
  }

  private static String checked(String column, String text, int maxCodePoints)
      throws BadValueException {
    if (!EvidenceText.isStorable(text)) {
      throw new BadValueException(
          column,
          RejectReason.UNKNOWN_VALUE,
          Detail.value(column, text) + " contains a character that text cannot have; remove it");
    }
    if (EvidenceText.isLongerThan(maxCodePoints, text)) {
      throw new BadValueException(
          column,
          RejectReason.TOO_LONG,
          String.format(
              Locale.ROOT,
              "%s is longer than %,d characters; shorten it",
              Detail.value(column, text),
              maxCodePoints));
    }
    return text;
  }

  private static String plain(double value) {
    if (WholeNumber.isWhole(value) && Math.abs(value) < EXACT) {
      return Long.toString((long) value);
    }
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact;
    for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
      shortest = exact.round(new MathContext(digits));
      if (shortest.doubleValue() == value) {
        break;
      }
    }
    return shortest.stripTrailingZeros().toPlainString();
  }
}
