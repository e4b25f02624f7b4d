package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;

/** Takes the cells of one row. */
interface RowCells {

  /** Whether the column, from 1, is of interest; if not, its value is not asked for. */
  boolean wants(int column);

  /** Takes a cell that is not blank, in a column that is wanted. */
  void take(int column, Cell cell);
}
