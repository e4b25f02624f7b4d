package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.batch.workbook.SurveyWorkbookWriter.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnotatedWorkbookTest {

  private static final int SATISFACTION = 4;
  private static final int OUTCOME = 8;

  @TempDir Path folder;

  @Test
  void marksBadRowsInTheVendorsOwnWorkbook() throws Exception {
    Path original = SurveyFiles.write(folder, SurveyLayout.ENGLISH, 3);

    try (XSSFWorkbook annotated = annotate(original, SurveyFiles.bad(3, "overall satisfaction"))) {
      Sheet responses = annotated.getSheet("Responses");
      assertThat(annotated.getNumberOfSheets()).isEqualTo(2);
      assertThat(responses.getLastRowNum()).isEqualTo(3);
      assertThat(SurveyFiles.text(responses, 0, OUTCOME)).isEqualTo("Esito / Outcome");
      assertThat(SurveyFiles.text(responses, 2, OUTCOME))
          .isEqualTo("BAD_NUMBER: overall satisfaction is no number");
      assertThat(SurveyFiles.isFilled(responses, 2, OUTCOME)).isTrue();
      assertThat(SurveyFiles.isFilled(responses, 2, SATISFACTION)).isTrue();
      assertThat(SurveyFiles.isFilled(responses, 2, SATISFACTION - 1)).isFalse();
      assertThat(SurveyFiles.isFilled(responses, 1, SATISFACTION)).isFalse();
      assertThat(responses.getRow(1).getCell(OUTCOME)).isNull();
      assertThat(responses.getRow(1).getCell(2).getLocalDateTimeCellValue())
          .isEqualTo(SurveyFiles.DATE.atStartOfDay());
    }
  }

  @Test
  void marksACellThatIsMissing() throws Exception {
    Path original = SurveyFiles.write(folder, SurveyLayout.ENGLISH, 1);

    try (XSSFWorkbook annotated = annotate(original, SurveyFiles.bad(2, "respondent e-mail"))) {
      assertThat(SurveyFiles.isFilled(annotated.getSheet("Responses"), 1, 6)).isTrue();
    }
  }

  @Test
  void keepsTheStylesOfTheVendor() throws Exception {
    Path original = folder.resolve("original.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = SurveyFiles.sheet(workbook, "Responses");
      CellStyle style = workbook.createCellStyle();
      var font = workbook.createFont();
      font.setItalic(true);
      style.setFont(font);
      style.setBorderTop(BorderStyle.DOUBLE);
      style.setDataFormat(workbook.createDataFormat().getFormat("0.000"));
      sheet.getRow(1).getCell(SATISFACTION).setCellStyle(style);
      sheet.getRow(2).getCell(SATISFACTION).setCellStyle(style);
      sheet.setColumnWidth(SATISFACTION, 12_345);
      SurveyFiles.save(workbook, original);
    }

    try (XSSFWorkbook annotated = annotate(original, SurveyFiles.bad(2, "overall satisfaction"))) {
      XSSFSheet sheet = annotated.getSheet("Responses");
      for (int row : new int[] {1, 2}) {
        var style = sheet.getRow(row).getCell(SATISFACTION).getCellStyle();
        assertThat(style.getFont().getItalic()).isTrue();
        assertThat(style.getBorderTop()).isEqualTo(BorderStyle.DOUBLE);
        assertThat(style.getDataFormatString()).isEqualTo("0.000");
      }
      assertThat(SurveyFiles.isFilled(sheet, 1, SATISFACTION)).isTrue();
      assertThat(SurveyFiles.isFilled(sheet, 2, SATISFACTION)).isFalse();
      assertThat(SurveyFiles.isFilled(sheet, 1, 0)).isFalse();
      assertThat(sheet.getColumnWidth(SATISFACTION)).isEqualTo(12_345);
    }
  }

  @Test
  void putsTheSummaryFirst() throws Exception {
    Path original = SurveyFiles.write(folder, SurveyLayout.ENGLISH, 3);

    try (XSSFWorkbook annotated =
        annotate(original, SurveyFiles.bad(2, "date"), SurveyFiles.bad(4, "date"))) {
      Sheet summary = annotated.getSheetAt(0);
      assertThat(SurveyFiles.texts(summary)).contains("BAD_NUMBER", "original.xlsx", "2.0");
      assertThat(annotated.getActiveSheetIndex()).isZero();
      assertThat(summary.isSelected()).isTrue();
      assertThat(annotated.getSheetAt(1).isSelected()).isFalse();
    }
  }

  @Test
  void letsNoSpreadsheetRunAText() throws Exception {
    Path original = folder.resolve("original.xlsx");
    try (SurveyWorkbookWriter writer = SurveyWorkbookWriter.open(original, SurveyLayout.ENGLISH)) {
      writer.write(new Response("-1", "P-1", "x", "=HYPERLINK(\"x\")", " =1", 1, "+1", "@SUM(A1)"));
    }

    try (XSSFWorkbook annotated = annotate(original, SurveyFiles.bad(2, "customer"))) {
      for (int column : new int[] {0, 3, 4, 6, 7}) {
        Cell cell = annotated.getSheet("Responses").getRow(1).getCell(column);
        assertThat(cell.getCellStyle().getQuotePrefixed()).as(cell.toString()).isTrue();
      }
      Cell safe = annotated.getSheet("Responses").getRow(1).getCell(1);
      assertThat(safe.getCellStyle().getQuotePrefixed()).isFalse();
    }
  }

  @Test
  void keepsHiddenSheetsHidden() throws Exception {
    Path original = folder.resolve("original.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("Lists").createRow(0).createCell(0).setCellValue("kept");
      SurveyFiles.sheet(workbook, "Responses");
      SurveyFiles.sheet(workbook, "Old");
      workbook.setSheetHidden(0, true);
      workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
      SurveyFiles.save(workbook, original);
    }

    try (XSSFWorkbook annotated = annotate(original, SurveyFiles.bad(1, "Responses", 2, "date"))) {
      assertThat(annotated.getNumberOfSheets()).isEqualTo(4);
      assertThat(annotated.getSheetVisibility(0)).isEqualTo(SheetVisibility.VISIBLE);
      assertThat(annotated.getSheetVisibility(annotated.getSheetIndex("Lists")))
          .isEqualTo(SheetVisibility.HIDDEN);
      assertThat(annotated.getSheetVisibility(annotated.getSheetIndex("Old")))
          .isEqualTo(SheetVisibility.VERY_HIDDEN);
      assertThat(SurveyFiles.text(annotated.getSheet("Lists"), 0, 0)).isEqualTo("kept");
      assertThat(annotated.getSheet("Old").getRow(0).getCell(OUTCOME)).isNull();
      assertThat(SurveyFiles.text(annotated.getSheet("Responses"), 1, OUTCOME))
          .startsWith("BAD_NUMBER");
    }
  }

  @Test
  void annotatesEachSheetInItsOwnColumn() throws Exception {
    Path original = folder.resolve("original.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      SurveyFiles.sheet(workbook, "May");
      XSSFSheet june = SurveyFiles.sheet(workbook, "June");
      june.getRow(2).createCell(20).setCellValue("far to the right");
      SurveyFiles.save(workbook, original);
    }

    try (XSSFWorkbook annotated =
        annotate(
            original,
            SurveyFiles.bad(0, "May", 2, "date"),
            SurveyFiles.bad(1, "June", 3, "date"))) {
      Sheet may = annotated.getSheet("May");
      Sheet june = annotated.getSheet("June");
      assertThat(SurveyFiles.text(may, 1, OUTCOME)).startsWith("BAD_NUMBER");
      assertThat(may.getRow(2).getCell(OUTCOME)).isNull();
      assertThat(SurveyFiles.text(june, 0, 21)).isEqualTo("Esito / Outcome");
      assertThat(SurveyFiles.text(june, 2, 21)).startsWith("BAD_NUMBER");
      assertThat(SurveyFiles.text(june, 2, 20)).isEqualTo("far to the right");
    }
  }

  @Test
  void reusesTheColumnOfAReportThatWasCorrected() throws Exception {
    Path original = SurveyFiles.write(folder, SurveyLayout.ENGLISH, 3);
    Path corrected = folder.resolve("corrected.xlsx");
    AnnotatedWorkbook.write(
        original,
        List.of(SurveyFiles.bad(2, "date"), SurveyFiles.bad(3, "customer")).iterator(),
        corrected);

    // The summary is a sheet more in front.
    try (XSSFWorkbook annotated = annotate(corrected, SurveyFiles.bad(1, "Responses", 3, "date"))) {
      Sheet responses = annotated.getSheet("Responses");
      assertThat(SurveyFiles.text(responses, 0, OUTCOME)).isEqualTo("Esito / Outcome");
      assertThat(responses.getRow(0).getLastCellNum()).isEqualTo((short) (OUTCOME + 1));
      assertThat(responses.getRow(1).getCell(OUTCOME)).isNull();
      assertThat(SurveyFiles.text(responses, 2, OUTCOME))
          .isEqualTo("BAD_NUMBER: date is no number");
      assertThat(SurveyFiles.texts(annotated.getSheetAt(0))).contains("corrected.xlsx", "1.0");
    }
  }

  @Test
  void takesTheCorrectedReportForASurvey() throws Exception {
    Path original = SurveyFiles.write(folder, SurveyLayout.ITALIAN, 3);
    Path report = folder.resolve("report.xlsx");
    AnnotatedWorkbook.write(
        original, List.of(SurveyFiles.bad(0, "Risposte", 4, "date")).iterator(), report);

    assertThat(WorkbookRows.read(report))
        .extracting(row -> row.cells())
        .isEqualTo(WorkbookRows.read(original).stream().map(row -> row.cells()).toList());
  }

  @Test
  void givesTheBadRowsOfALargeWorkbookInANewOne() throws Exception {
    Path original = SurveyFiles.write(folder, SurveyLayout.FROM_1904, 60_000);

    try (XSSFWorkbook annotated = annotate(original, SurveyFiles.bad(50_000, "date"))) {
      assertThat(annotated.getSheet("Responses").getLastRowNum()).isEqualTo(1);
    }
  }

  @Test
  void givesTheBadRowsOfAStrictWorkbookInANewOne() throws Exception {
    Path original = SurveyFiles.ofRows("R-1", "R-2", "R-3").strict().write(folder);

    try (XSSFWorkbook annotated = annotate(original, SurveyFiles.bad(3, "customer"))) {
      Sheet bad = annotated.getSheet("Responses");
      assertThat(bad.getLastRowNum()).isEqualTo(1);
      assertThat(SurveyFiles.text(bad, 1, 0)).isEqualTo("R-2");
    }
  }

  @Test
  void givesTheBadRowsOfAWorkbookWithDamagedStylesInANewOne() throws Exception {
    RawWorkbook damaged = SurveyFiles.ofRows("R-1").styles("<styleSheet");

    try (XSSFWorkbook annotated = annotate(damaged.write(folder), SurveyFiles.bad(2, "date"))) {
      assertThat(SurveyFiles.text(annotated.getSheet("Responses"), 1, 5))
          .endsWith("(riga / row 2)");
    }
  }

  @Test
  void annotatesAWorkbookThatLacksTheAuthorItNames() throws Exception {
    WorkbookParts parts =
        WorkbookParts.unpack(
            Files.readAllBytes(SurveyFiles.write(folder, SurveyLayout.ENGLISH, 3)));
    parts.list.removeIf(part -> part.name().equals("docProps/core.xml"));
    Path original = Files.write(folder.resolve("original.xlsx"), parts.pack());

    try (XSSFWorkbook annotated = annotate(original, SurveyFiles.bad(2, "date"))) {
      assertThat(SurveyFiles.text(annotated.getSheet("Responses"), 1, OUTCOME))
          .startsWith("BAD_NUMBER");
    }
  }

  @Test
  void givesTheBadRowsOfAWorkbookThatCannotBeReadOnceSavedInANewOne() throws Exception {
    WorkbookParts parts =
        WorkbookParts.unpack(
            Files.readAllBytes(SurveyFiles.write(folder, SurveyLayout.ENGLISH, 3)));
    parts.list.replaceAll(
        part ->
            part.name().equals("_rels/.rels")
                ? new WorkbookParts.Part("_RELS/.RELS", part.content())
                : part);
    Path original = Files.write(folder.resolve("original.xlsx"), parts.pack());

    try (XSSFWorkbook annotated = annotate(original, SurveyFiles.bad(2, "date"))) {
      assertThat(SurveyFiles.text(annotated.getSheet("Responses"), 1, OUTCOME))
          .endsWith("(riga / row 2)");
    }
  }

  @Test
  void givesTheBadRowsOfAWorkbookWithADamagedPartThatNobodyNeedsInANewOne() throws Exception {
    Path original = SurveyFiles.ofRows("R-1").part("docProps/x.xml", "text").write(folder);
    byte[] damaged = Files.readAllBytes(original);
    int part = new String(damaged, StandardCharsets.ISO_8859_1).indexOf("docProps/x.xml");
    // Behind the name in the local header: a block of a kind that does not exist.
    damaged[part + "docProps/x.xml".length()] = 7;
    Files.write(original, damaged);

    try (XSSFWorkbook annotated = annotate(original, SurveyFiles.bad(2, "date"))) {
      assertThat(SurveyFiles.text(annotated.getSheet("Responses"), 1, 5))
          .endsWith("(riga / row 2)");
    }
  }

  @Test
  void givesTheBadRowsOfASheetThatCannotBeChangedInANewWorkbook() throws Exception {
    RawWorkbook withFormulaOverTwoRows =
        RawWorkbook.of(
            "<row r=\"1\">"
                + RawWorkbook.HEADER_CELLS
                + RawWorkbook.inline("Esito / Outcome")
                + "</row><row r=\"2\">"
                + RawWorkbook.inline("R-1")
                + "<c r=\"F2\"><f t=\"array\" ref=\"F2:F3\">A2:A3</f><v>1</v></c></row>"
                + "<row r=\"3\"><c r=\"F3\"><v>1</v></c></row>");

    try (XSSFWorkbook annotated =
        annotate(withFormulaOverTwoRows.write(folder), SurveyFiles.bad(2, "date"))) {
      assertThat(SurveyFiles.text(annotated.getSheet("Responses"), 1, 5))
          .endsWith("(riga / row 2)");
    }
  }

  @Test
  void annotatesCellsOfAnUnknownStyle() throws Exception {
    RawWorkbook unknownStyle =
        RawWorkbook.ofCells(
            "<c r=\"A2\" s=\"77\" t=\"inlineStr\"><is><t>=1</t></is></c>"
                + "<c r=\"C2\" s=\"77\"><v>1</v></c>");

    try (XSSFWorkbook annotated =
        annotate(unknownStyle.write(folder), SurveyFiles.bad(2, "date"))) {
      Sheet responses = annotated.getSheet("Responses");
      assertThat(responses.getRow(1).getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(SurveyFiles.isFilled(responses, 1, 2)).isTrue();
    }
  }

  @Test
  void givesTheBadRowsOfATightlyPackedWorkbookInANewOne() throws Exception {
    RawWorkbook tight =
        RawWorkbook.ofCells(RawWorkbook.inline("R-1", "P-1", "x", "y".repeat(3_000_000)));

    try (XSSFWorkbook annotated = annotate(tight.write(folder), SurveyFiles.bad(2, "customer"))) {
      assertThat(SurveyFiles.text(annotated.getSheet("Responses"), 1, 5))
          .endsWith("(riga / row 2)");
    }
  }

  @Test
  void givesTheBadRowsOfAFullSheetInANewWorkbook() throws Exception {
    RawWorkbook full =
        RawWorkbook.ofCells(RawWorkbook.inline("R-1", "P-1") + "<c r=\"XFD2\"><v>1</v></c>");

    try (XSSFWorkbook annotated = annotate(full.write(folder), SurveyFiles.bad(2, "date"))) {
      Sheet bad = annotated.getSheet("Responses");
      assertThat(SurveyFiles.text(bad, 1, 0)).isEqualTo("R-1");
      assertThat(SurveyFiles.text(bad, 0, WorkbookLimits.COLUMNS - 1)).isEqualTo("Esito / Outcome");
      assertThat(SurveyFiles.text(bad, 1, WorkbookLimits.COLUMNS - 1)).startsWith("BAD_NUMBER");
    }
  }

  @Test
  void leavesTheOriginalAsItIs() throws Exception {
    Path original = SurveyFiles.write(folder, SurveyLayout.ENGLISH, 3);
    byte[] before = Files.readAllBytes(original);

    annotate(original, SurveyFiles.bad(2, "date")).close();

    assertThat(original).hasBinaryContent(before);
    try (var files = Files.list(folder)) {
      assertThat(files)
          .extracting(file -> String.valueOf(file.getFileName()))
          .containsExactlyInAnyOrder("original.xlsx", "annotated.xlsx");
    }
  }

  @ParameterizedTest
  @EnumSource(SurveyLayout.class)
  void readsWhatVendorsWrite(SurveyLayout layout) throws Exception {
    assertThat(WorkbookRows.lines(SurveyFiles.write(folder, layout, 10))).hasSize(10);
  }

  private XSSFWorkbook annotate(Path original, RejectedRow... rejected) throws Exception {
    Path target = folder.resolve("annotated.xlsx");
    AnnotatedWorkbook.write(original, List.of(rejected).iterator(), target);
    return SurveyFiles.load(target);
  }
}
