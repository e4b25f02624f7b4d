package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.RejectReason;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Dates: text in one of two forms, date cells and serial dates (formats.md). */
final class DateValue {

  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** 29 February 1900, which spreadsheets count and which never was. */
  private static final double LEAP_DAY_OF_1900 = 60;

  private static final LocalDate BEFORE_LEAP_DAY = LocalDate.of(1899, 12, 31);
  private static final LocalDate AFTER_LEAP_DAY = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

  private DateValue() {}

  static LocalDate read(String column, Cell cell, DateSystem dates) throws BadValueException {
    if (cell instanceof Cell.ErrorValue) {
      throw TextValue.missing(column, cell);
    }
    LocalDate date = find(cell, dates);
    if (date == null) {
      throw new BadValueException(
          column,
          RejectReason.BAD_DATE,
          Detail.value(column, TextValue.textOf(cell))
              + " is not a date; write yyyy-MM-dd or dd/MM/yyyy");
    }
    return date;
  }

  /** The date that a cell states, or null if it states none. */
  static @Nullable LocalDate find(Cell cell, DateSystem dates) {
    if (cell instanceof Cell.Text text) {
      return ofText(text.value());
    } else if (cell instanceof Cell.Date date) {
      return inRange(date.value());
    } else if (cell instanceof Cell.Numeric number) {
      return ofSerial(Math.floor(number.value()), dates);
    }
    return null;
  }

  private static @Nullable LocalDate ofText(String text) {
    if (text.length() != 10) {
      return null;
    }
    if (text.charAt(4) == '-' && text.charAt(7) == '-') {
      return ofParts(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }
    if (text.charAt(2) == '/' && text.charAt(5) == '/') {
      return ofParts(digits(text, 6, 10), digits(text, 3, 5), digits(text, 0, 2));
    }
    return null;
  }

  private static @Nullable LocalDate ofParts(int year, int month, int day) {
    boolean isDate =
        year >= 1
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return isDate ? LocalDate.of(year, month, day) : null;
  }

  /** The number that ASCII digits make, or -1 where something else stands among them. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private static @Nullable LocalDate ofSerial(double serial, DateSystem dates) {
    double least = dates == DateSystem.FROM_1900 ? 1 : 0;
    LocalDate dayZero =
        dates == DateSystem.FROM_1904
            ? DAY_0_OF_1904
            : serial < LEAP_DAY_OF_1900 ? BEFORE_LEAP_DAY : AFTER_LEAP_DAY;
    boolean neverWas = dates == DateSystem.FROM_1900 && serial == LEAP_DAY_OF_1900;
    // Not a number is not at least anything.
    if (!(serial >= least) || serial > LAST.toEpochDay() - dayZero.toEpochDay() || neverWas) {
      return null;
    }
    return dayZero.plusDays((long) serial);
  }

  private static @Nullable LocalDate inRange(LocalDate date) {
    return date.isBefore(FIRST) || date.isAfter(LAST) ? null : date;
  }
}
