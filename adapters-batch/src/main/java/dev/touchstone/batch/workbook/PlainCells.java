package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.DateSystem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;

/**
 * Puts values into new cells, with no more style than they need: dates look like dates, and text
 * that looks like a formula says that it is text. Columns are counted from 1.
 */
final class PlainCells {

  private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);

  private final CellStyles styles;
  private final boolean from1904;
  private final double end;

  /** For a workbook that has these styles and counts its dates so. */
  PlainCells(CellStyles styles, DateSystem dates) {
    this.styles = styles;
    from1904 = dates == DateSystem.FROM_1904;
    end = DateUtil.getExcelDate(LAST_DATE, from1904) + 1;
  }

  /** Puts a value. */
  void put(Row row, int column, Cell value) {
    if (value instanceof Cell.Text text) {
      putText(row, column, text.value());
    } else if (value instanceof Cell.Numeric number) {
      create(row, column).setCellValue(number.value());
    } else if (value instanceof Cell.Date date) {
      putDate(row, column, date.value());
    } else if (value instanceof Cell.Truth truth) {
      create(row, column).setCellValue(truth.value());
    } else if (value instanceof Cell.ErrorValue error) {
      putError(row, column, error.code());
    }
  }

  /** Puts a value; a number is a serial date. */
  void putInDateColumn(Row row, int column, Cell value) {
    if (value instanceof Cell.Numeric number && isDate(number.value())) {
      putSerial(row, column, number.value());
    } else {
      put(row, column, value);
    }
  }

  /** Puts a text, as far as a cell can hold it. */
  void putText(Row row, int column, String text) {
    var cell = create(row, column);
    cell.setCellValue(SafeCells.fitting(text));
    if (SafeCells.isDangerous(text)) {
      styles.apply(cell, CellStyles.Look.TEXT);
    }
  }

  /** Gives the cell in a column, blank if there was none, a look besides the one it has. */
  void apply(Row row, int column, CellStyles.Look look) {
    styles.apply(row.getCell(column - 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK), look);
  }

  /** Puts a date; as text where a spreadsheet cannot show it. */
  void putDate(Row row, int column, LocalDate date) {
    double serial = DateUtil.getExcelDate(date, from1904);
    if (isDate(serial)) {
      putSerial(row, column, serial);
    } else {
      putText(row, column, date.toString());
    }
  }

  private void putSerial(Row row, int column, double serial) {
    var cell = create(row, column);
    cell.setCellValue(serial);
    styles.apply(cell, CellStyles.Look.DATE);
  }

  private void putError(Row row, int column, String code) {
    Optional<FormulaError> known =
        Arrays.stream(FormulaError.values())
            .filter(error -> error.getString().equals(code))
            .findFirst();
    if (known.isPresent()) {
      create(row, column).setCellErrorValue(known.get().getCode());
    } else {
      putText(row, column, code);
    }
  }

  /** Whether a spreadsheet can show the number as a date. */
  private boolean isDate(double serial) {
    return serial >= 0 && serial < end;
  }

  private static org.apache.poi.ss.usermodel.Cell create(Row row, int column) {
    return row.createCell(column - 1);
  }
}
