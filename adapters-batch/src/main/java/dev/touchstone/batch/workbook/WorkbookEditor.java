package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Edits a workbook in memory: the vendor's own, its sheets and styles kept. */
final class WorkbookEditor {

  private final XSSFWorkbook workbook;
  private final CellStyles styles;
  private final Map<Integer, SheetLayout> layouts = new HashMap<>();

  private WorkbookEditor(XSSFWorkbook workbook) {
    this.workbook = workbook;
    this.styles = new CellStyles(workbook);
  }

  /**
   * Annotates a workbook.
   *
   * @param layouts its sheets that count, each with room for the column
   * @param file its name
   */
  static void edit(
      XSSFWorkbook workbook, List<SheetLayout> layouts, List<RejectedRow> rejected, String file) {
    WorkbookEditor editor = new WorkbookEditor(workbook);
    editor.disarm();
    layouts.forEach(editor::addOutcomeColumn);
    RejectSummary summary = new RejectSummary();
    for (RejectedRow row : rejected) {
      editor.annotate(row);
      summary.count(row.fault());
    }
    editor.putInFront(summary, file);
  }

  private void addOutcomeColumn(SheetLayout layout) {
    layouts.put(layout.sheet().index(), layout);
    XSSFSheet sheet = sheet(layout);
    int column = layout.outcomeColumn() - 1;
    // What an earlier report said no longer holds.
    for (Row row : sheet) {
      if (row.getRowNum() >= layout.header().row() && row.getCell(column) != null) {
        row.removeCell(row.getCell(column));
      }
    }
    put(rowAt(sheet, layout.header().row()), column, OutcomeColumn.TITLE);
    sheet.setColumnWidth(column, OutcomeColumn.WIDTH);
  }

  private void annotate(RejectedRow rejected) {
    RowPlace place = Objects.requireNonNull(rejected.place(), "A file rejected whole has no rows");
    SheetLayout layout =
        Objects.requireNonNull(layouts.get(place.sheetIndex()), "Rows come from sheets that count");
    XSSFRow row = rowAt(sheet(layout), Math.toIntExact(place.line()));
    for (int column : layout.columnsOf(rejected.fault())) {
      styles.apply(
          row.getCell(column - 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK),
          CellStyles.Look.MARK);
    }
    put(row, layout.outcomeColumn() - 1, OutcomeColumn.textFor(rejected.fault()));
  }

  /** A vendor's text that looks like a formula stays text, and says so. */
  private void disarm() {
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        row.forEach(this::disarm);
      }
    }
  }

  private void disarm(Cell cell) {
    if (cell.getCellType() == CellType.STRING
        && SafeCells.isDangerous(cell.getStringCellValue())
        && !cell.getCellStyle().getQuotePrefixed()) {
      styles.apply(cell, CellStyles.Look.TEXT);
    }
  }

  private void putInFront(RejectSummary summary, String file) {
    String name = RejectSummary.freeName(taken -> workbook.getSheetIndex(taken) >= 0);
    XSSFSheet front = workbook.createSheet(name);
    summary.fill(front, file, List.of());
    workbook.setSheetOrder(name, 0);
    // Of sheets that are selected together each takes what is typed into one.
    for (Sheet sheet : workbook) {
      sheet.setSelected(sheet == front);
    }
    workbook.setActiveSheet(0);
    workbook.setFirstVisibleTab(0);
  }

  private void put(XSSFRow row, int column, String text) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(text);
    styles.set(cell, CellStyles.Look.OUTCOME);
  }

  private XSSFSheet sheet(SheetLayout layout) {
    // Not by its number: what POI passes over leaves a gap there.
    return (XSSFSheet) workbook.getRelationById(layout.sheet().relationshipId());
  }

  private static XSSFRow rowAt(XSSFSheet sheet, int number) {
    XSSFRow row = sheet.getRow(number - 1);
    return row == null ? sheet.createRow(number - 1) : row;
  }
}
