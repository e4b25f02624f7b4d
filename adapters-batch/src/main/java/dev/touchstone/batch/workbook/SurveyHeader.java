package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.Column;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.domain.text.Text;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row read as a header (formats.md, Survey workbook): which sheet column holds which column of a
 * survey.
 */
final class SurveyHeader {

  private static final int ABSENT = -1;
  private static final List<Column> COLUMNS = EvidenceKind.SURVEYS.columns();
  private static final Map<String, Integer> SLOTS = slotsByHeader();

  private final int[] columns;

  private SurveyHeader(int[] columns) {
    this.columns = columns;
  }

  /** Reads any row; what is no header of a survey is passed over. */
  static SurveyHeader of(List<@Nullable Cell> row) {
    int[] columns = new int[COLUMNS.size()];
    Arrays.fill(columns, ABSENT);
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i) instanceof Cell.Text text) {
        Integer slot = SLOTS.get(Text.fold(text.value()));
        // Of a header twice the first counts.
        if (slot != null && columns[slot] == ABSENT) {
          columns[slot] = i;
        }
      }
    }
    return new SurveyHeader(columns);
  }

  /** By the columns of a survey, the sheet's column, from 0; negative where it has none. */
  int[] columns() {
    return columns.clone();
  }

  /** Whether all required columns are there. */
  boolean isWhole() {
    return listMissing().isEmpty();
  }

  /** The required columns that are not there, by their names in both languages. */
  List<String> listMissing() {
    return COLUMNS.stream()
        .filter(Column::required)
        .filter(column -> columns[COLUMNS.indexOf(column)] == ABSENT)
        .map(column -> String.join(" / ", column.headers()))
        .toList();
  }

  /** How many required columns are there. */
  int requiredFound() {
    return (int) COLUMNS.stream().filter(Column::required).count() - listMissing().size();
  }

  private static Map<String, Integer> slotsByHeader() {
    Map<String, Integer> slots = new HashMap<>();
    for (int slot = 0; slot < COLUMNS.size(); slot++) {
      for (String header : COLUMNS.get(slot).headers()) {
        slots.put(Text.fold(header), slot);
      }
    }
    return Map.copyOf(slots);
  }
}
