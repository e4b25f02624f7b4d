package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * The sheet in front of an annotated workbook, in Italian and English: what was rejected, and what
 * to do.
 */
final class RejectSummary {

  private static final String NAME = "Riepilogo - Summary";
  private static final int CHARACTER = 256;

  private final Map<RejectReason, Integer> counts = new EnumMap<>(RejectReason.class);

  void count(Fault fault) {
    counts.merge(fault.reason(), 1, Integer::sum);
  }

  /** A name for the sheet that is not taken. */
  static String freeName(Predicate<String> isTaken) {
    String name = NAME;
    for (int i = 2; isTaken.test(name); i++) {
      name = NAME + " " + i;
    }
    return name;
  }

  /**
   * Fills the sheet.
   *
   * @param file the name of the vendor's workbook
   * @param remarks what is to be known of the other sheets
   */
  void fill(Sheet sheet, String file, List<String> remarks) {
    Lines lines = new Lines(sheet);
    lines.add("Righe respinte / Rejected rows").createCell(1).setCellValue(total());
    lines.putText(lines.add("File"), file);
    lines.skip();
    lines.add("Motivo / Reason").createCell(1).setCellValue("Righe / Rows");
    counts.forEach(
        (reason, count) -> {
          Row row = lines.add(reason.name());
          row.createCell(1).setCellValue(count);
          row.createCell(2).setCellValue(inWords(reason));
        });
    lines.skip();
    remarks.forEach(lines::add);
    lines.add(
        "Correggere le righe che hanno un testo nella colonna «%s» e inviare di nuovo il file."
            .formatted(OutcomeColumn.TITLE));
    lines.add(
        "Correct the rows that have a text in the column \"%s\" and send the file again."
            .formatted(OutcomeColumn.TITLE));
    sheet.setColumnWidth(0, 34 * CHARACTER);
    sheet.setColumnWidth(1, 14 * CHARACTER);
    sheet.setColumnWidth(2, 90 * CHARACTER);
  }

  private int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String inWords(RejectReason reason) {
    return switch (reason) {
      case MISSING_VALUE -> "Manca un valore obbligatorio / A required value is missing";
      case BAD_DATE ->
          "Data non valida: aaaa-mm-gg o gg/mm/aaaa / Not a date: yyyy-mm-dd or dd/mm/yyyy";
      case BAD_NUMBER -> "Non è un numero intero / Not a whole number";
      case OUT_OF_RANGE -> "Numero fuori dalla scala / Number beyond its scale";
      case UNKNOWN_PARTNER -> "Partner sconosciuto / No such partner";
      case UNKNOWN_VALUE -> "Valore non ammesso / Value that is not allowed";
      case DUPLICATE_KEY ->
          "Lo stesso ID sta già nel file, con altro contenuto"
              + " / The same ID stands in the file already, with other content";
      case TOO_LONG -> "Testo troppo lungo / Text too long";
      default -> "";
    };
  }

  /** Lines with a bold label each. */
  private static final class Lines {

    private final Sheet sheet;
    private final CellStyle bold;
    private final CellStyle text;
    private int next;

    Lines(Sheet sheet) {
      this.sheet = sheet;
      Workbook workbook = sheet.getWorkbook();
      Font font = workbook.createFont();
      font.setBold(true);
      bold = workbook.createCellStyle();
      bold.setFont(font);
      text = workbook.createCellStyle();
      text.setQuotePrefixed(true);
    }

    Row add(String label) {
      Row row = sheet.createRow(next++);
      Cell cell = row.createCell(0);
      cell.setCellValue(label);
      cell.setCellStyle(bold);
      return row;
    }

    void putText(Row row, String value) {
      Cell cell = row.createCell(1);
      cell.setCellValue(SafeCells.fitting(value));
      if (SafeCells.isDangerous(value)) {
        cell.setCellStyle(text);
      }
    }

    void skip() {
      next++;
    }
  }
}
