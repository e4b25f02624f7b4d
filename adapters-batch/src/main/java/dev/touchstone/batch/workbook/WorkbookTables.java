package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.table.Table;
import dev.touchstone.application.table.TableColumn;
import dev.touchstone.application.table.port.out.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Tables as workbooks, streamed: of the rows a few are in memory, the others in a temporary file
 * that is gone at the end. What has no room in one sheet goes on in the next.
 */
public final class WorkbookTables implements TableFormat {

  private static final int ROWS_IN_MEMORY = 100;

  /** Of 1/256 of a character each. */
  private static final int WIDTH_OF_A_CHARACTER = 256;

  private static final int CHARACTERS_BESIDE_HEADER = 4;
  private static final int LEAST_CHARACTERS = 12;

  private final int rowsInSheet;

  /** Tables in sheets of the greatest length. */
  public WorkbookTables() {
    this(SpreadsheetVersion.EXCEL2007.getMaxRows());
  }

  /**
   * @param rowsInSheet how many rows a sheet has at most, its header included
   */
  WorkbookTables(int rowsInSheet) {
    this.rowsInSheet = rowsInSheet;
  }

  @Override
  public String mediaType() {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }

  @Override
  public <T> void write(Table<T> table, Rows<T> rows, OutputStream out) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      workbook.setCompressTempFiles(true);
      Sheets<T> sheets = new Sheets<>(workbook, table, rowsInSheet);
      rows.forEach(sheets::add);
      workbook.write(out);
    }
  }

  /** The sheets of one workbook, filled one after another. */
  private static final class Sheets<T> {

    private final SXSSFWorkbook workbook;
    private final Table<T> table;
    private final int rowsInSheet;
    private final PlainCells cells;
    private final CellStyle headerStyle;
    private @Nullable SXSSFSheet sheet;
    private int sheets;
    private int nextRow;

    Sheets(SXSSFWorkbook workbook, Table<T> table, int rowsInSheet) {
      this.workbook = workbook;
      this.table = table;
      this.rowsInSheet = rowsInSheet;
      this.cells = new PlainCells(new CellStyles(workbook.getXSSFWorkbook()), DateSystem.FROM_1900);
      this.headerStyle = headerStyle(workbook);
      begin();
    }

    private void begin() {
      sheets++;
      SXSSFSheet begun =
          workbook.createSheet(sheets == 1 ? table.name() : table.name() + " " + sheets);
      begun.createFreezePane(0, 1);
      SXSSFRow header = begun.createRow(0);
      List<String> names = table.header();
      for (int column = 0; column < names.size(); column++) {
        cells.putText(header, column + 1, names.get(column));
        header.getCell(column).setCellStyle(headerStyle);
        begun.setColumnWidth(
            column,
            WIDTH_OF_A_CHARACTER
                * Math.max(
                    LEAST_CHARACTERS, names.get(column).length() + CHARACTERS_BESIDE_HEADER));
      }
      sheet = begun;
      nextRow = 1;
    }

    void add(T row) {
      if (nextRow == rowsInSheet) {
        begin();
      }
      SXSSFRow target = Objects.requireNonNull(sheet).createRow(nextRow++);
      int column = 1;
      for (TableColumn<T> value : table.columns()) {
        put(value, row, target, column++);
      }
    }

    private void put(TableColumn<T> column, T row, Row target, int at) {
      if (column instanceof TableColumn.WholeNumber<T> number) {
        target.createCell(at - 1).setCellValue((double) number.value().applyAsLong(row));
      } else if (column instanceof TableColumn.Truth<T> truth) {
        target.createCell(at - 1).setCellValue(truth.value().test(row));
      } else if (column instanceof TableColumn.Day<T> day) {
        LocalDate date = day.value().apply(row);
        if (date != null) {
          cells.putDate(target, at, date);
        }
      } else {
        String text = column.text(row);
        if (!text.isEmpty()) {
          cells.putText(target, at, text);
        }
      }
    }

    private static CellStyle headerStyle(SXSSFWorkbook workbook) {
      Font bold = workbook.createFont();
      bold.setBold(true);
      CellStyle style = workbook.createCellStyle();
      style.setFont(bold);
      style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      return style;
    }
  }
}
