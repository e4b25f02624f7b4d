package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.batch.workbook.SurveyWorkbookWriter.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks of vendors, what is wrong with them, and a look at those that they get back. */
final class SurveyFiles {

  /** The date of all responses. */
  static final LocalDate DATE = LocalDate.of(2010, 10, 1);

  private static final List<String> HEADERS =
      List.of(
          "Response ID",
          "Partner ID",
          "Survey date",
          "Customer",
          "Overall satisfaction",
          "Would recommend",
          "Respondent e-mail",
          "Comment");

  private SurveyFiles() {}

  /** A workbook with so many responses. */
  static Path write(Path folder, SurveyLayout layout, int rows) throws IOException {
    Path file = folder.resolve("original.xlsx");
    try (SurveyWorkbookWriter writer = SurveyWorkbookWriter.open(file, layout)) {
      for (int i = 0; i < rows; i++) {
        writer.write(new Response("R-" + i, "P-1", DATE, "Cliente", 8, 9, null, "Commento " + i));
      }
    }
    return file;
  }

  /** Adds a sheet with the header in row 1 and two responses. */
  static XSSFSheet sheet(XSSFWorkbook workbook, String name) {
    XSSFSheet sheet = workbook.createSheet(name);
    Row header = sheet.createRow(0);
    for (int column = 0; column < HEADERS.size(); column++) {
      header.createCell(column).setCellValue(HEADERS.get(column));
    }
    for (int i = 1; i <= 2; i++) {
      Row row = sheet.createRow(i);
      row.createCell(0).setCellValue("R-" + i);
      row.createCell(1).setCellValue("P-1");
      row.createCell(2).setCellValue(DATE.toString());
      row.createCell(3).setCellValue("Cliente");
      row.createCell(4).setCellValue(8);
      row.createCell(7).setCellValue("Commento");
    }
    return sheet;
  }

  /** A workbook of bare XML with a response for each id, from row 2. */
  static RawWorkbook ofRows(String... ids) {
    StringBuilder rows = new StringBuilder(RawWorkbook.HEADER);
    for (String id : ids) {
      rows.append("<row>")
          .append(RawWorkbook.inline(id, "P-1", DATE.toString(), "Cliente", "8"))
          .append("</row>");
    }
    return RawWorkbook.of(rows.toString());
  }

  static void save(XSSFWorkbook workbook, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
  }

  static XSSFWorkbook load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  /** A row of the first sheet with a bad value in a column. */
  static RejectedRow bad(int row, String column) {
    return bad(0, "Responses", row, column);
  }

  /** A row with a bad value in a column. */
  static RejectedRow bad(int sheetIndex, String sheet, int row, String column) {
    return new RejectedRow(
        "surveys/v/original.xlsx",
        new RowPlace(sheetIndex, sheet, row),
        "R",
        Fault.in(column, RejectReason.BAD_NUMBER, column + " is no number"));
  }

  /** The text of a cell; row and column from 0. */
  static String text(Sheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column).getStringCellValue();
  }

  static boolean isFilled(Sheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column).getCellStyle().getFillPattern()
        == FillPatternType.SOLID_FOREGROUND;
  }

  /** All that a sheet shows. */
  static String texts(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
    return text.toString();
  }
}
