package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Edits a workbook in memory: the vendor's own, its sheets and styles kept. */
final class WorkbookEditor {

  private final XSSFWorkbook workbook;
  private final Map<Integer, SheetLayout> layouts = new HashMap<>();
  private final Map<Integer, Integer> outcomeColumns = new HashMap<>();
  private final Map<CellStyle, CellStyle> marked = new HashMap<>();
  private final Map<CellStyle, CellStyle> texts = new HashMap<>();
  private final CellStyle outcomeStyle;

  private WorkbookEditor(XSSFWorkbook workbook, List<SheetLayout> layouts) {
    this.workbook = workbook;
    this.outcomeStyle = workbook.createCellStyle();
    fill(outcomeStyle, IndexedColors.LIGHT_YELLOW);
    for (SheetLayout layout : layouts) {
      this.layouts.put(layout.sheet().index(), layout);
      outcomeColumns.put(layout.sheet().index(), addOutcomeColumn(layout));
    }
  }

  static void edit(
      XSSFWorkbook workbook, Path original, Iterator<RejectedRow> rejected, OutputStream out)
      throws IOException, UnusableFileException {
    WorkbookEditor editor = new WorkbookEditor(workbook, SheetLayout.of(original));
    RejectSummary summary = new RejectSummary();
    while (rejected.hasNext()) {
      RejectedRow row = rejected.next();
      editor.annotate(row);
      summary.count(row.fault().reason());
    }
    editor.disarm();
    Sheet front = workbook.createSheet(RejectSummary.freeName(workbook));
    summary.fill(front, String.valueOf(original.getFileName()));
    workbook.setSheetOrder(front.getSheetName(), 0);
    workbook.setActiveSheet(0);
    workbook.setSelectedTab(0);
    workbook.write(out);
  }

  /** To the right of whatever the sheet holds. */
  private int addOutcomeColumn(SheetLayout layout) {
    Sheet sheet = workbook.getSheetAt(layout.sheet().index());
    int column = 0;
    for (Row row : sheet) {
      column = Math.max(column, row.getLastCellNum());
    }
    Cell title = rowAt(sheet, layout.header().row()).createCell(column);
    title.setCellValue(OutcomeColumn.TITLE);
    title.setCellStyle(outcomeStyle);
    sheet.setColumnWidth(column, 60 * 256);
    return column;
  }

  private void annotate(RejectedRow rejected) {
    RowPlace place = Objects.requireNonNull(rejected.place(), "A file rejected whole has no rows");
    SheetLayout layout =
        Objects.requireNonNull(layouts.get(place.sheetIndex()), "Rows come from sheets that count");
    Row row = rowAt(workbook.getSheetAt(place.sheetIndex()), Math.toIntExact(place.line()));
    Integer column = Objects.requireNonNull(outcomeColumns.get(place.sheetIndex()));
    Cell outcome = row.createCell(column);
    outcome.setCellValue(OutcomeColumn.textFor(rejected.fault()));
    outcome.setCellStyle(outcomeStyle);
    mark(row, layout, rejected.fault());
  }

  private void mark(Row row, SheetLayout layout, Fault fault) {
    for (int column : layout.columnsOf(fault)) {
      Cell cell = row.getCell(column - 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      cell.setCellStyle(marked.computeIfAbsent(cell.getCellStyle(), this::marked));
    }
  }

  /** A vendor's text that looks like a formula stays text, and says so. */
  private void disarm() {
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.STRING
              && SafeCells.isDangerous(cell.getStringCellValue())) {
            cell.setCellStyle(texts.computeIfAbsent(cell.getCellStyle(), this::text));
          }
        }
      }
    }
  }

  private CellStyle marked(CellStyle style) {
    CellStyle copy = copy(style);
    fill(copy, IndexedColors.ROSE);
    return copy;
  }

  private CellStyle text(CellStyle style) {
    CellStyle copy = copy(style);
    copy.setQuotePrefixed(true);
    return copy;
  }

  private CellStyle copy(CellStyle style) {
    CellStyle copy = workbook.createCellStyle();
    copy.cloneStyleFrom(style);
    return copy;
  }

  private static void fill(CellStyle style, IndexedColors color) {
    style.setFillForegroundColor(color.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private static Row rowAt(Sheet sheet, int number) {
    Row row = sheet.getRow(number - 1);
    return row == null ? sheet.createRow(number - 1) : row;
  }
}
