package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.Column;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.batch.intake.UnusableFileException;
import dev.touchstone.domain.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a sheet that counts has what.
 *
 * @param sheet the sheet
 * @param header its header
 * @param outcomeColumn the column for {@link OutcomeColumn}, from 1: the one that has its title
 *     already, else the one behind the last that is used; beyond {@link WorkbookLimits#COLUMNS} if
 *     there is no room
 */
record SheetLayout(Sheet sheet, HeaderColumns header, int outcomeColumn) {

  private static final String FOLDED_TITLE = Text.fold(OutcomeColumn.TITLE);
  private static final List<String> FIELDS =
      EvidenceKind.SURVEYS.columns().stream().map(Column::name).toList();
  private static final int DATE = FIELDS.indexOf("date");

  /** Whether the sheet has a column left for the outcome. */
  boolean hasRoom() {
    return outcomeColumn <= WorkbookLimits.COLUMNS;
  }

  /** The same if it has room; else the outcome takes the place of the last column. */
  SheetLayout madeRoom() {
    return hasRoom() ? this : new SheetLayout(sheet, header, WorkbookLimits.COLUMNS);
  }

  /** The column of the survey date, from 1. */
  int dateColumn() {
    return header.columnOf(DATE);
  }

  /** The columns of the cells that are to blame, from 1, as far as the sheet has them. */
  List<Integer> columnsOf(Fault fault) {
    return fault.columns().stream()
        .map(FIELDS::indexOf)
        .filter(field -> field >= 0)
        .map(header::columnOf)
        .filter(column -> column > 0)
        .toList();
  }

  /** Reads through a workbook for the layouts of all sheets that count, in its order. */
  static List<SheetLayout> of(Path file) throws IOException, UnusableFileException {
    List<SheetLayout> layouts = new ArrayList<>();
    try (OpenWorkbook workbook = OpenWorkbook.open(file)) {
      HeaderSearch search = new HeaderSearch();
      for (Sheet sheet : workbook.sheets()) {
        HeaderColumns header;
        try (SheetRows rows = workbook.rows(sheet)) {
          header = search.find(rows, sheet);
        }
        if (header != null) {
          layouts.add(new SheetLayout(sheet, header, outcomeColumn(workbook, sheet, header.row())));
        }
      }
    }
    return List.copyOf(layouts);
  }

  private static int outcomeColumn(OpenWorkbook workbook, Sheet sheet, int headerRow)
      throws UnusableFileException {
    Width width = new Width();
    Title title = new Title();
    try (SheetRows rows = workbook.rows(sheet)) {
      for (int row = rows.next(); row > 0; row = rows.next()) {
        rows.read(row == headerRow ? title : width);
      }
    }
    return title.column > 0 ? title.column : Math.max(width.last, title.last) + 1;
  }

  /** Sees how far to the right cells are used. */
  private static final class Width implements RowCells {

    private int last;

    @Override
    public boolean wants(int column) {
      return column > last;
    }

    @Override
    public void take(int column, Cell cell) {
      last = column;
    }
  }

  /** Looks in the header for the column of an earlier report that was corrected and sent back. */
  private static final class Title implements RowCells {

    private int last;
    private int column;

    @Override
    public boolean wants(int candidate) {
      return true;
    }

    @Override
    public void take(int candidate, Cell cell) {
      last = Math.max(last, candidate);
      if (column == 0
          && cell instanceof Cell.Text text
          && Text.fold(text.value()).equals(FOLDED_TITLE)) {
        column = candidate;
      }
    }
  }
}
