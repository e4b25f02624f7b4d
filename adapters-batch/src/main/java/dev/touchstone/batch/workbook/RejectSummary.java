package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.RejectReason;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** The sheet in front of an annotated workbook: what was rejected, and what to do. */
final class RejectSummary {

  private static final String NAME = "Riepilogo - Summary";

  private final Map<RejectReason, Integer> counts = new EnumMap<>(RejectReason.class);

  void count(RejectReason reason) {
    counts.merge(reason, 1, Integer::sum);
  }

  /** A name that no sheet of the workbook has. */
  static String freeName(Workbook workbook) {
    String name = NAME;
    for (int i = 2; workbook.getSheet(name) != null; i++) {
      name = NAME + " " + i;
    }
    return name;
  }

  /**
   * Fills the sheet.
   *
   * @param file the name of the vendor's workbook
   */
  void fill(Sheet sheet, String file) {
    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
    int at = 0;
    line(sheet, at++, "Righe respinte / Rejected rows", String.valueOf(total));
    line(sheet, at++, "File", SafeCells.neverFormula(file));
    at++;
    for (Map.Entry<RejectReason, Integer> entry : counts.entrySet()) {
      line(sheet, at++, entry.getKey().name(), String.valueOf(entry.getValue()));
    }
    at++;
    line(
        sheet,
        at++,
        "Correggere le righe segnate nella colonna " + OutcomeColumn.TITLE + " e inviare di nuovo.",
        "");
    line(
        sheet,
        at,
        "Correct the rows marked in the column " + OutcomeColumn.TITLE + " and send them again.",
        "");
    sheet.setColumnWidth(0, 40 * 256);
  }

  private static void line(Sheet sheet, int at, String label, String value) {
    Row row = sheet.createRow(at);
    row.createCell(0).setCellValue(label);
    if (!value.isEmpty()) {
      row.createCell(1).setCellValue(value);
    }
  }
}
