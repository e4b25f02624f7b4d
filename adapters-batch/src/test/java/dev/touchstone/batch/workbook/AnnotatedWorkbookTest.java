package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.batch.workbook.SurveyWorkbookWriter.Response;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnotatedWorkbookTest {

  @TempDir Path folder;

  @Test
  void marksBadRowsInTheVendorsOwnWorkbook() throws Exception {
    Path original = workbook(SurveyLayout.ENGLISH, 3);
    Path target = folder.resolve("annotated.xlsx");

    AnnotatedWorkbook.write(
        original, List.of(rejected("Responses", 3, "overall satisfaction")).iterator(), target);

    try (InputStream in = Files.newInputStream(target);
        XSSFWorkbook annotated = new XSSFWorkbook(in)) {
      assertThat(annotated.getNumberOfSheets()).isEqualTo(2);
      assertThat(textOf(annotated.getSheetAt(0))).contains("BAD_NUMBER", "original.xlsx");
      Sheet responses = annotated.getSheet("Responses");
      assertThat(responses.getRow(0).getCell(8).getStringCellValue()).isEqualTo("Esito / Outcome");
      assertThat(responses.getRow(2).getCell(8).getStringCellValue())
          .isEqualTo("BAD_NUMBER: overall satisfaction is no number");
      assertThat(isFilled(responses.getRow(2).getCell(8))).isTrue();
      assertThat(isFilled(responses.getRow(2).getCell(4))).isTrue();
      assertThat(isFilled(responses.getRow(2).getCell(3))).isFalse();
      assertThat(responses.getRow(1).getCell(8)).isNull();
      assertThat(responses.getRow(1).getCell(2).getLocalDateTimeCellValue())
          .isEqualTo(LocalDate.of(2010, 10, 1).atStartOfDay());
    }
  }

  @Test
  void letsNoSpreadsheetRunAText() throws Exception {
    Path original = folder.resolve("original.xlsx");
    try (SurveyWorkbookWriter writer = SurveyWorkbookWriter.open(original, SurveyLayout.ENGLISH)) {
      writer.write(new Response("R-1", "P-1", "x", "=HYPERLINK(\"x\")", 1, 1, "+1", "@SUM(A1)"));
    }
    Path target = folder.resolve("annotated.xlsx");

    AnnotatedWorkbook.write(original, List.of(rejected("Responses", 2, "date")).iterator(), target);

    try (InputStream in = Files.newInputStream(target);
        XSSFWorkbook annotated = new XSSFWorkbook(in)) {
      for (int column : new int[] {3, 6, 7}) {
        Cell cell = annotated.getSheet("Responses").getRow(1).getCell(column);
        assertThat(cell.getCellStyle().getQuotePrefixed()).as(cell.toString()).isTrue();
      }
    }
  }

  @Test
  void givesTheBadRowsOfALargeWorkbookInANewOne() throws Exception {
    Path original = workbook(SurveyLayout.FROM_1904, 60_000);
    Path target = folder.resolve("annotated.xlsx");

    AnnotatedWorkbook.write(
        original,
        List.of(
                rejected("Responses", 3, "overall satisfaction"),
                rejected("Responses", 50_000, "date"))
            .iterator(),
        target);

    try (InputStream in = Files.newInputStream(target);
        XSSFWorkbook annotated = new XSSFWorkbook(in)) {
      Sheet bad = annotated.getSheet("Responses");
      assertThat(bad.getLastRowNum()).isEqualTo(2);
      assertThat(bad.getRow(0).getCell(9).getStringCellValue()).isEqualTo("Esito / Outcome");
      assertThat(bad.getRow(2).getCell(0).getNumericCellValue()).isEqualTo(50_000);
      assertThat(bad.getRow(2).getCell(1).getStringCellValue()).isEqualTo("R-49998");
      assertThat(bad.getRow(2).getCell(3).getLocalDateTimeCellValue())
          .isEqualTo(LocalDate.of(2010, 10, 1).atStartOfDay());
      assertThat(isFilled(bad.getRow(2).getCell(3))).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(SurveyLayout.class)
  void readsWhatVendorsWrite(SurveyLayout layout) throws Exception {
    try (SurveyWorkbookReader reader = SurveyWorkbookReader.open(workbook(layout, 10))) {
      int rows = 0;
      while (reader.next() != null) {
        rows++;
      }
      assertThat(rows).isEqualTo(10);
    }
  }

  private Path workbook(SurveyLayout layout, int rows) throws Exception {
    Path file = folder.resolve("original.xlsx");
    try (SurveyWorkbookWriter writer = SurveyWorkbookWriter.open(file, layout)) {
      for (int i = 0; i < rows; i++) {
        writer.write(
            new Response(
                "R-" + i,
                "P-1",
                LocalDate.of(2010, 10, 1),
                "Cliente",
                8,
                9,
                null,
                "Commento " + i));
      }
    }
    return file;
  }

  private static RejectedRow rejected(String sheet, int row, String column) {
    return new RejectedRow(
        "surveys/v/original.xlsx",
        new RowPlace(0, sheet, row),
        "R",
        Fault.in(column, RejectReason.BAD_NUMBER, column + " is no number"));
  }

  private static boolean isFilled(Cell cell) {
    return cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND;
  }

  private static String textOf(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
    return text.toString();
  }
}
