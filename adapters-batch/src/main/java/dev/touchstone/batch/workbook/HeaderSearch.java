package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.Column;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.batch.intake.UnusableFileException;
import dev.touchstone.domain.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the header of sheets (formats.md, Survey workbook), and remembers the row that came
 * nearest to one.
 */
final class HeaderSearch {

  /** The rows in which a header may stand. */
  static final int ROWS = 20;

  /** So many required headers make a row look like a header. */
  private static final int LOOKS_LIKE_HEADER = 2;

  /** Longer text is no header; it need not be folded. */
  private static final int LONGEST_HEADER = 200;

  private static final List<Column> COLUMNS = EvidenceKind.SURVEYS.columns();
  private static final Map<String, Integer> FIELDS = fields();

  private List<String> missing = List.of();
  private int found = LOOKS_LIKE_HEADER - 1;
  private String sheet = "";
  private int row;

  /** Moves behind the header of a sheet; null if the sheet has none. */
  @Nullable HeaderColumns find(SheetRows rows, Sheet candidate) throws UnusableFileException {
    for (int number = rows.next(); number > 0 && number <= ROWS; number = rows.next()) {
      Candidate header = new Candidate();
      rows.read(header);
      List<String> lacking = header.missing();
      if (lacking.isEmpty()) {
        return new HeaderColumns(number, header.positions);
      }
      remember(lacking, candidate, number);
    }
    return null;
  }

  /** Says why no sheet counts. */
  UnusableFileException failure() {
    if (missing.isEmpty()) {
      return Unusable.noHeader(inWords(required()));
    }
    return Unusable.missingColumns(sheet, row, missing, inWords(missing));
  }

  private void remember(List<String> lacking, Sheet candidate, int number) {
    int has = required().size() - lacking.size();
    if (has > found) {
      found = has;
      missing = lacking;
      sheet = candidate.name();
      row = number;
    }
  }

  private static List<String> required() {
    return COLUMNS.stream().filter(Column::required).map(Column::name).toList();
  }

  private static String inWords(List<String> names) {
    return COLUMNS.stream()
        .filter(column -> names.contains(column.name()))
        .map(column -> "\"" + String.join("\" / \"", column.headers()) + "\"")
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Integer> fields() {
    Map<String, Integer> fields = new HashMap<>();
    for (int field = 0; field < COLUMNS.size(); field++) {
      for (String header : COLUMNS.get(field).headers()) {
        fields.put(Text.fold(header), field);
      }
    }
    return Map.copyOf(fields);
  }

  /** A row that may be the header: the first column of each field, from 1; 0 if it has none. */
  private static final class Candidate implements RowCells {

    private final int[] positions = new int[COLUMNS.size()];

    @Override
    public boolean wants(int column) {
      return true;
    }

    @Override
    public void take(int column, Cell cell) {
      if (cell instanceof Cell.Text text && text.value().length() <= LONGEST_HEADER) {
        Integer field = FIELDS.get(Text.fold(text.value()));
        if (field != null && (positions[field] == 0 || column < positions[field])) {
          positions[field] = column;
        }
      }
    }

    private List<String> missing() {
      return COLUMNS.stream()
          .filter(column -> column.required() && positions[COLUMNS.indexOf(column)] == 0)
          .map(Column::name)
          .toList();
    }
  }
}
