package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.intake.RejectedRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsWorkbookTest {

  private static final int OUTCOME = 5;

  @TempDir Path folder;

  @Test
  void holdsTheHeaderAndTheBadRowsWithTheirColumnsInPlace() throws Exception {
    Path original = SurveyFiles.write(folder, SurveyLayout.FROM_1904, 10);

    try (XSSFWorkbook written =
        write(
            original,
            SurveyFiles.bad(3, "overall satisfaction"),
            SurveyFiles.bad(9, "respondent e-mail"))) {
      Sheet bad = written.getSheet("Responses");
      assertThat(bad.getLastRowNum()).isEqualTo(2);
      assertThat(SurveyFiles.text(bad, 0, 1)).isEqualTo("Channel");
      assertThat(SurveyFiles.text(bad, 0, 6)).isEqualTo("Response ID");
      assertThat(SurveyFiles.text(bad, 0, 9)).isEqualTo("Esito / Outcome");
      assertThat(SurveyFiles.text(bad, 1, 6)).isEqualTo("R-1");
      assertThat(SurveyFiles.text(bad, 1, 1)).isEqualTo("telefono");
      assertThat(SurveyFiles.text(bad, 1, 9))
          .isEqualTo("BAD_NUMBER: overall satisfaction is no number (riga / row 3)");
      assertThat(SurveyFiles.text(bad, 2, 6)).isEqualTo("R-7");
      assertThat(SurveyFiles.text(bad, 2, 9)).endsWith("(riga / row 9)");
    }
  }

  @Test
  void marksTheCellsThatAreToBlame() throws Exception {
    Path original = SurveyFiles.write(folder, SurveyLayout.FROM_1904, 2);

    try (XSSFWorkbook written =
        write(original, SurveyFiles.bad(2, "date"), SurveyFiles.bad(3, "respondent e-mail"))) {
      Sheet bad = written.getSheet("Responses");
      assertThat(SurveyFiles.isFilled(bad, 1, 4)).isTrue();
      assertThat(SurveyFiles.isFilled(bad, 1, 9)).isTrue();
      assertThat(SurveyFiles.isFilled(bad, 1, 2)).isFalse();
      assertThat(bad.getRow(2).getCell(8).getCellType()).isEqualTo(CellType.BLANK);
      assertThat(SurveyFiles.isFilled(bad, 2, 8)).isTrue();
      assertThat(SurveyFiles.isFilled(bad, 2, 4)).isFalse();
    }
  }

  @Test
  void keepsDatesAsDates() throws Exception {
    for (SurveyLayout layout : List.of(SurveyLayout.ENGLISH, SurveyLayout.FROM_1904)) {
      Path original = SurveyFiles.write(folder, layout, 1);
      int column = layout == SurveyLayout.ENGLISH ? 2 : 4;

      try (XSSFWorkbook written = write(original, SurveyFiles.bad(2, "date"))) {
        var cell = written.getSheet("Responses").getRow(1).getCell(column);
        assertThat(DateUtil.isCellDateFormatted(cell)).as(layout.name()).isTrue();
        assertThat(cell.getLocalDateTimeCellValue()).isEqualTo(SurveyFiles.DATE.atStartOfDay());
      }
      assertThat(WorkbookRows.cells(folder.resolve("bad.xlsx")))
          .isEqualTo(WorkbookRows.cells(original));
    }
  }

  @Test
  void keepsTheTypesOfValues() throws Exception {
    RawWorkbook original =
        RawWorkbook.ofCells(
            "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c><v>-5</v></c>"
                + "<c t=\"d\"><v>2010-10-01</v></c><c><f>1+6.5</f><v>7.5</v></c>"
                + "<c t=\"e\"><v>#SPILL!</v></c>");

    try (XSSFWorkbook written = write(original.write(folder), SurveyFiles.bad(2, "customer"))) {
      Row row = written.getSheet("Responses").getRow(1);
      assertThat(row.getCell(0).getBooleanCellValue()).isTrue();
      assertThat(row.getCell(1).getErrorCellValue()).isEqualTo(FormulaError.NA.getCode());
      assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(-5);
      assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isFalse();
      assertThat(row.getCell(3).getLocalDateTimeCellValue())
          .isEqualTo(SurveyFiles.DATE.atStartOfDay());
      assertThat(row.getCell(4).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(7.5);
      assertThat(row.getCell(5).getStringCellValue()).isEqualTo("#SPILL!");
    }
  }

  @Test
  void letsNoSpreadsheetRunAText() throws Exception {
    RawWorkbook original = RawWorkbook.ofCells(RawWorkbook.inline("=1+1", "+1", "-1", "@A", "x"));

    try (XSSFWorkbook written = write(original.write(folder), SurveyFiles.bad(2, "customer"))) {
      Row row = written.getSheet("Responses").getRow(1);
      for (int column = 0; column < 5; column++) {
        assertThat(row.getCell(column).getCellType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(column).getCellStyle().getQuotePrefixed()).isEqualTo(column < 4);
      }
      // Marked besides.
      assertThat(SurveyFiles.isFilled(row.getSheet(), 1, 3)).isTrue();
    }
  }

  @Test
  void hasTheSummaryFirstAndOnlySheetsWithBadRows() throws Exception {
    RawWorkbook original =
        SurveyFiles.ofRows("R-1")
            .sheet("Good", "", RawWorkbook.HEADER + "<row>" + RawWorkbook.inline("x") + "</row>")
            .sheet("Last", "", RawWorkbook.HEADER + "<row>" + RawWorkbook.inline("y") + "</row>");

    try (XSSFWorkbook written =
        write(
            original.write(folder),
            SurveyFiles.bad(2, "date"),
            SurveyFiles.bad(2, "Last", 2, "date"))) {
      assertThat(written.getNumberOfSheets()).isEqualTo(3);
      assertThat(SurveyFiles.texts(written.getSheetAt(0)))
          .contains("responses.xlsx", "BAD_NUMBER", "2.0", "rejected rows only")
          .doesNotContain("They are too many");
      assertThat(written.getSheetName(1)).isEqualTo("Responses");
      assertThat(written.getSheetName(2)).isEqualTo("Last");
      assertThat(SurveyFiles.text(written.getSheetAt(2), 1, 0)).isEqualTo("y");
    }
  }

  @Test
  void givesSheetsNamesThatAWorkbookCanHave() throws Exception {
    RawWorkbook original =
        RawWorkbook.of("")
            .sheet("Riepilogo - Summary", "", rowOf("R-1"))
            .sheet("a:b", "", rowOf("R-2"))
            .sheet("a?b", "", rowOf("R-3"));

    try (XSSFWorkbook written =
        write(
            original.write(folder),
            SurveyFiles.bad(1, "Riepilogo - Summary", 2, "date"),
            SurveyFiles.bad(2, "a:b", 2, "date"),
            SurveyFiles.bad(3, "a?b", 2, "date"))) {
      assertThat(written)
          .extracting(Sheet::getSheetName)
          .containsExactly("Riepilogo - Summary 2", "Riepilogo - Summary", "a b", "Sheet 4");
    }
  }

  @Test
  void leavesTheRemarksOfAnEarlierReportBehind() throws Exception {
    RawWorkbook original =
        RawWorkbook.of(
            "<row>"
                + RawWorkbook.HEADER_CELLS
                + RawWorkbook.inline("ESITO / Outcome", "Agent")
                + "</row><row>"
                + RawWorkbook.inline("R-1", "P-1", "x", "y", "8", "BAD_DATE: old", "Anna")
                + "</row>");

    try (XSSFWorkbook written = write(original.write(folder), SurveyFiles.bad(2, "date"))) {
      Sheet bad = written.getSheet("Responses");
      assertThat(SurveyFiles.text(bad, 1, OUTCOME)).startsWith("BAD_NUMBER").doesNotContain("old");
      assertThat(SurveyFiles.text(bad, 0, OUTCOME + 1)).isEqualTo("Agent");
      assertThat(SurveyFiles.text(bad, 1, OUTCOME + 1)).isEqualTo("Anna");
      assertThat(bad.getRow(0).getLastCellNum()).isEqualTo((short) (OUTCOME + 2));
    }
  }

  @Test
  void copiesNoMoreCellsThanItMay() throws Exception {
    Path original = SurveyFiles.ofRows("R-1", "R-2", "R-3").write(folder);
    Path target = folder.resolve("bad.xlsx");

    BadRowsWorkbook.write(
        original,
        SheetLayout.of(original),
        List.of(SurveyFiles.bad(2, "date"), SurveyFiles.bad(3, "date")).iterator(),
        RawWorkbook.HEADER_CELLS.replaceAll("<[^>]*>", "").length(),
        target);

    try (XSSFWorkbook written = SurveyFiles.load(target)) {
      Sheet bad = written.getSheet("Responses");
      assertThat(SurveyFiles.text(bad, 1, 0)).isEqualTo("R-1");
      assertThat(bad.getRow(2).getCell(0)).isNull();
      assertThat(SurveyFiles.text(bad, 2, OUTCOME))
          .isEqualTo("BAD_NUMBER: date is no number (riga / row 3)");
      assertThat(SurveyFiles.texts(written.getSheetAt(0))).contains("They are too many");
    }
  }

  @Test
  void refusesARowThatIsNotThere() throws Exception {
    Path original = SurveyFiles.ofRows("R-1").write(folder);

    assertThatThrownBy(() -> write(original, SurveyFiles.bad(9, "date")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line=9");
    assertThat(folder.resolve("bad.xlsx")).doesNotExist();
  }

  private XSSFWorkbook write(Path original, RejectedRow... rejected) throws Exception {
    Path target = folder.resolve("bad.xlsx");
    BadRowsWorkbook.write(
        original,
        SheetLayout.of(original),
        List.of(rejected).iterator(),
        WorkbookLimits.COPIED_CHARACTERS,
        target);
    return SurveyFiles.load(target);
  }

  private static String rowOf(String id) {
    return RawWorkbook.HEADER + "<row>" + RawWorkbook.inline(id) + "</row>";
  }
}
