package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the cells of a row into the order of the fields, by where the header has them. */
final class HeaderColumns implements RowCells {

  private static final int NONE = -1;

  private final int row;
  private final int[] columns;
  // The field of each column, from 1.
  private final int[] fields;
  private final int count;
  private @Nullable Cell[] cells;

  /**
   * @param row the row of the header, from 1
   * @param columns the column of each field, from 1; 0 if the sheet lacks it
   */
  HeaderColumns(int row, int[] columns) {
    this.row = row;
    this.columns = columns.clone();
    count = columns.length;
    fields = new int[Arrays.stream(columns).max().orElse(0) + 1];
    Arrays.fill(fields, NONE);
    for (int field = 0; field < count; field++) {
      if (columns[field] > 0) {
        fields[columns[field]] = field;
      }
    }
    cells = new Cell[count];
  }

  /** The row of the header, from 1. */
  int row() {
    return row;
  }

  /** The column of a field, from 1; 0 if the sheet lacks it. */
  int columnOf(int field) {
    return columns[field];
  }

  @Override
  public boolean wants(int column) {
    return column < fields.length && fields[column] != NONE;
  }

  @Override
  public void take(int column, Cell cell) {
    cells[fields[column]] = cell;
  }

  /** The cells taken since the last call, one for each field; null for blank ones. */
  List<@Nullable Cell> drain() {
    List<@Nullable Cell> row = Arrays.asList(cells);
    cells = new Cell[count];
    return row;
  }
}
