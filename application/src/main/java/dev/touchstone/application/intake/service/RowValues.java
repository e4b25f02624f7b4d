package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.Column;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.domain.text.EvidenceText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row, by the names of their columns. Each method throws what is wrong with the
 * value, in this order: absent, not of its type, too long.
 */
final class RowValues {

  private final EvidenceKind kind;
  private final SourceRow row;

  RowValues(EvidenceKind kind, SourceRow row) {
    this.kind = kind;
    this.row = row;
  }

  String requiredText(String column) throws BadValueException {
    return TextValue.read(column, required(column), EvidenceText.MAX_LENGTH);
  }

  @Nullable String text(String column) throws BadValueException {
    return text(column, EvidenceText.MAX_LENGTH);
  }

  @Nullable String text(String column, int maxCodePoints) throws BadValueException {
    Cell cell = find(column);
    return cell == null ? null : TextValue.read(column, cell, maxCodePoints);
  }

  String requiredId(String column) throws BadValueException {
    return TextValue.readId(column, required(column), EvidenceText.MAX_LENGTH);
  }

  LocalDate requiredDate(String column) throws BadValueException {
    return DateValue.read(column, required(column), row.dates());
  }

  @Nullable LocalDate date(String column) throws BadValueException {
    Cell cell = find(column);
    return cell == null ? null : DateValue.read(column, cell, row.dates());
  }

  int requiredWholeNumber(String column, int least, int most) throws BadValueException {
    return WholeNumber.read(column, required(column), least, most);
  }

  @Nullable Integer wholeNumber(String column, int least, int most) throws BadValueException {
    Cell cell = find(column);
    return cell == null ? null : WholeNumber.read(column, cell, least, most);
  }

  <E extends Enum<E>> E requiredChoice(String column, Class<E> choices) throws BadValueException {
    return ChoiceValue.read(column, required(column), choices);
  }

  <E extends Enum<E>> E choice(String column, E fallback) throws BadValueException {
    Cell cell = find(column);
    return cell == null ? fallback : ChoiceValue.read(column, cell, fallback.getDeclaringClass());
  }

  private Cell required(String column) throws BadValueException {
    Cell cell = find(column);
    if (cell == null) {
      throw new BadValueException(
          column, RejectReason.MISSING_VALUE, column + " is empty; every row needs a value in it");
    }
    return cell;
  }

  private @Nullable Cell find(String column) {
    List<Column> columns = kind.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return row.cells().get(i);
      }
    }
    throw new IllegalArgumentException(kind + " have no column " + column);
  }
}
