package dev.touchstone.batch.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/**
 * Styles that are another style but for one thing. POI's way of cloning also changes the named
 * style on which both are built, and so every cell that has no style of its own.
 */
final class CellStyles {

  private final StylesTable table;
  private final int outcomeFill;
  private final int markFill;
  private final int dateFormat;
  private final Map<Key, XSSFCellStyle> styles = new HashMap<>();

  private record Key(int base, Look look) {}

  /** What a style has beyond the one that it is made from. */
  enum Look {
    /** The fill of a remark. */
    OUTCOME,
    /** The fill of an offending cell. */
    MARK,
    /** Text, whatever it looks like. */
    TEXT,
    /** A number that is a date. */
    DATE
  }

  CellStyles(XSSFWorkbook workbook) {
    table = workbook.getStylesSource();
    outcomeFill = fill(workbook, IndexedColors.LIGHT_YELLOW);
    markFill = fill(workbook, IndexedColors.ROSE);
    dateFormat = workbook.createDataFormat().getFormat("yyyy-mm-dd");
  }

  /** Gives a cell a look besides the one that it has. */
  void apply(Cell cell, Look look) {
    cell.setCellStyle(of((XSSFCellStyle) cell.getCellStyle(), look));
  }

  /** Gives a cell this look and no other. */
  void set(Cell cell, Look look) {
    cell.setCellStyle(of(table.getStyleAt(0), look));
  }

  private XSSFCellStyle of(XSSFCellStyle base, Look look) {
    return styles.computeIfAbsent(
        new Key(base.getIndex(), look), key -> make(base.getCoreXf(), look));
  }

  private XSSFCellStyle make(CTXf base, Look look) {
    CTXf style = (CTXf) base.copy();
    switch (look) {
      case OUTCOME -> setFill(style, outcomeFill);
      case MARK -> setFill(style, markFill);
      case TEXT -> style.setQuotePrefix(true);
      case DATE -> {
        style.setNumFmtId(dateFormat);
        style.setApplyNumberFormat(true);
      }
    }
    return table.getStyleAt(table.putCellXf(style) - 1);
  }

  private static void setFill(CTXf style, int fill) {
    style.setFillId(fill);
    style.setApplyFill(true);
  }

  private int fill(XSSFWorkbook workbook, IndexedColors color) {
    XSSFCellStyle sample = workbook.createCellStyle();
    sample.setFillForegroundColor(color.getIndex());
    sample.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return Math.toIntExact(sample.getCoreXf().getFillId());
  }
}
