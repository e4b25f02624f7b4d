package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.RejectReason;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whole numbers on a scale, as number or text (formats.md, Survey workbook). */
final class WholeNumber {

  private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]+");

  private WholeNumber() {}

  static int read(String column, Cell cell, int least, int most) throws BadValueException {
    BigInteger number = find(cell);
    if (number == null) {
      throw new BadValueException(
          column,
          RejectReason.BAD_NUMBER,
          "%s is not a whole number; write one from %d to %d"
              .formatted(Detail.value(column, TextValue.textOf(cell)), least, most));
    }
    if (number.compareTo(BigInteger.valueOf(least)) < 0
        || number.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new BadValueException(
          column,
          RejectReason.OUT_OF_RANGE,
          "%s is not on the scale; write a whole number from %d to %d"
              .formatted(Detail.value(column, TextValue.textOf(cell)), least, most));
    }
    return number.intValue();
  }

  static boolean isWhole(double value) {
    return Double.isFinite(value) && value == Math.rint(value);
  }

  private static @Nullable BigInteger find(Cell cell) {
    boolean stated =
        (cell instanceof Cell.Text text && DIGITS.matcher(text.value()).matches())
            || (cell instanceof Cell.Numeric number && isWhole(number.value()));
    return stated ? new BigInteger(TextValue.textOf(cell)) : null;
  }
}
