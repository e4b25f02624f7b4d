package dev.touchstone.application.intake;

import java.time.LocalDate;

/**
 * A value of a source row as the file has it, typed where the file is (formats.md, Survey
 * workbook); of a formula its cached value. A CSV file has text only. A blank cell is null.
 */
public sealed interface Cell {

  /** The longest text that any column may have, in code points. */
  int MAX_TEXT = 4_000;

  /**
   * Text, trimmed, not empty. A reader may cut text that is longer than {@link #MAX_TEXT} code
   * points to any length above it: such a value is rejected for its length.
   */
  record Text(String value) implements Cell {}

  /** A number: serial dates included. */
  record Numeric(double value) implements Cell {}

  /** A truth value. */
  record Truth(boolean value) implements Cell {}

  /** A date that the file states as such (ISO 8601), not as a serial number. */
  record Date(LocalDate value) implements Cell {}

  /** An error value such as {@code #N/A}. */
  record ErrorValue(String code) implements Cell {}
}
