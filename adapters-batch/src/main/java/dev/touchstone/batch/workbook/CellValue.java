package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.batch.intake.UnusableFileException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a cell of a type and a text. A text that is not of its type stays text, for whoever judges
 * values: one bad cell does not make a file unusable.
 */
final class CellValue {

  private static final int DATE_LENGTH = "yyyy-MM-dd".length();

  private final SharedStrings sharedStrings;

  CellValue(SharedStrings sharedStrings) {
    this.sharedStrings = sharedStrings;
  }

  /** The cell; null if it is blank. */
  @Nullable Cell of(CellType type, CellText text) throws UnusableFileException {
    if (text.isBlank()) {
      return null;
    }
    return switch (type) {
      case SHARED_STRING -> shared(text);
      case NUMBER -> number(text);
      case BOOLEAN -> truth(text);
      case DATE -> date(text.toString());
      case ERROR -> new Cell.ErrorValue(text.toString());
      case STRING, INLINE_STRING -> new Cell.Text(text.toString());
    };
  }

  private @Nullable Cell shared(CellText index) throws UnusableFileException {
    double number = Numbers.parse(index);
    if (!(number >= 0 && number < sharedStrings.size() && number == Math.rint(number))) {
      throw Unusable.damaged(
          "A cell refers to the text number %s, which is not in the workbook".formatted(index),
          null);
    }
    String text = sharedStrings.get((int) number);
    return text.isEmpty() ? null : new Cell.Text(text);
  }

  private static Cell number(CellText text) {
    double number = Numbers.parse(text);
    return Double.isNaN(number) ? new Cell.Text(text.toString()) : new Cell.Numeric(number);
  }

  private static Cell truth(CellText text) {
    String value = text.toString();
    return switch (value) {
      case "1", "true" -> new Cell.Truth(true);
      case "0", "false" -> new Cell.Truth(false);
      default -> new Cell.Text(value);
    };
  }

  private static Cell date(String text) {
    try {
      if (text.length() > DATE_LENGTH) {
        return new Cell.Date(DateTimeFormatter.ISO_DATE_TIME.parse(text, LocalDate::from));
      }
      return new Cell.Date(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return new Cell.Text(text);
    }
  }
}
