package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import org.apache.poi.ss.usermodel.Row;

/**
 * Copies the cells of a row into another workbook, each into the column that it is in. What an
 * earlier report said stays behind.
 */
final class RowCopy implements RowCells {

  private final SheetLayout layout;
  private final Row target;
  private final PlainCells cells;
  private long characters;

  RowCopy(SheetLayout layout, Row target, PlainCells cells) {
    this.layout = layout;
    this.target = target;
    this.cells = cells;
  }

  @Override
  public boolean wants(int column) {
    return column != layout.outcomeColumn();
  }

  @Override
  public void take(int column, Cell cell) {
    if (cell instanceof Cell.Text text) {
      characters += text.value().length();
    }
    if (column == layout.dateColumn()) {
      cells.putInDateColumn(target, column, cell);
    } else {
      cells.put(target, column, cell);
    }
  }

  /** How many characters of text were copied. */
  long characters() {
    return characters;
  }
}
