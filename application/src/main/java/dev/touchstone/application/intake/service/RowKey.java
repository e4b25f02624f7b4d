package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.domain.text.EvidenceText;
import dev.touchstone.domain.text.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The key of a row as rejects show it, also of a row whose values are at fault. */
final class RowKey {

  /** As long as a valid part can be: only a part that is too long anyway is cut. */
  private static final int MAX_PART = 1_000;

  private RowKey() {}

  /** The parts in the order of formats.md, Keys; every key begins with the first column. */
  static String of(EvidenceKind kind, SourceRow row) {
    String first = part(row.cells().get(0));
    if (kind != EvidenceKind.ENROLLMENTS) {
      return first;
    }
    return String.join(
        "|", first, part(row.cells().get(1)), part(row.cells().get(2)), datePart(row, 3));
  }

  private static String datePart(SourceRow row, int column) {
    Cell cell = row.cells().get(column);
    LocalDate date = cell == null ? null : DateValue.find(cell, row.dates());
    return date == null ? part(cell) : date.toString();
  }

  private static String part(@Nullable Cell cell) {
    return cell == null ? "" : storable(TextValue.textOf(cell));
  }

  private static String storable(String text) {
    if (text.length() <= MAX_PART && EvidenceText.isStorable(text)) {
      return text;
    }
    StringBuilder storable = new StringBuilder();
    text.codePoints()
        .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
        .limit(MAX_PART)
        .forEach(storable::appendCodePoint);
    return Text.trim(storable.toString());
  }
}
