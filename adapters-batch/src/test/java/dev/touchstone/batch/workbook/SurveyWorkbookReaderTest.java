package dev.touchstone.batch.workbook;

import static dev.touchstone.batch.workbook.RawWorkbook.HEADER;
import static dev.touchstone.batch.workbook.RawWorkbook.HEADER_CELLS;
import static dev.touchstone.batch.workbook.RawWorkbook.inline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.domain.text.Text;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyWorkbookReaderTest {

  @TempDir private Path directory;

  @Test
  void readsWhatPoiWrites() throws Exception {
    Path file = directory.resolve("poi.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet("Risposte");
      sheet.createRow(0).createCell(0).setCellValue("A title");
      Row header = sheet.createRow(2);
      List<String> headers =
          List.of(
              "Comment",
              "ID risposta",
              "Codice partner",
              "Data",
              "Cliente",
              "x",
              "Soddisfazione complessiva",
              "Raccomanderebbe",
              "E-mail");
      for (int i = 0; i < headers.size(); i++) {
        header.createCell(i).setCellValue(headers.get(i));
      }
      Row row = sheet.createRow(4);
      row.createCell(0).setCellValue(" Più che bene\n");
      row.createCell(1).setCellValue(1001);
      row.createCell(2).setCellValue("P-1");
      row.createCell(3).setCellValue(LocalDateTime.of(2010, 10, 30, 18, 0));
      row.createCell(4).setCellValue("Rossi & figli");
      row.createCell(5).setCellValue("ignored");
      row.createCell(6).setCellFormula("3+4");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(6));
      row.createCell(8).setCellValue(true);
      workbook.write(out);
    }

    assertThat(WorkbookRows.read(file))
        .containsExactly(
            row(
                new RowPlace(0, "Risposte", 5),
                DateSystem.FROM_1900,
                new Cell.Numeric(1001),
                new Cell.Text("P-1"),
                new Cell.Numeric(40481.75),
                new Cell.Text("Rossi & figli"),
                new Cell.Numeric(7),
                null,
                new Cell.Truth(true),
                new Cell.Text("Più che bene")));
  }

  @Test
  void readsEachTypeOfCell() throws Exception {
    Path file =
        RawWorkbook.ofCells(
                "<c t=\"s\"><v>1</v></c><c t=\"str\"><f>A1</f><v> P-1 </v></c>"
                    + "<c t=\"d\"><v>2010-10-30</v></c><c t=\"e\"><v>#N/A</v></c>"
                    + "<c t=\"b\"><v>0</v></c>")
            .sharedStrings("<t>other</t>", "<t>R-1</t>")
            .write(directory);

    assertThat(WorkbookRows.cells(file))
        .containsExactly(
            new Cell.Text("R-1"),
            new Cell.Text("P-1"),
            new Cell.Date(LocalDate.of(2010, 10, 30)),
            new Cell.ErrorValue("#N/A"),
            new Cell.Truth(false),
            null,
            null,
            null);
  }

  @ParameterizedTest
  @CsvSource({
    "2010-10-30",
    "2010-10-30T18:30:00",
    "2010-10-30T18:30",
    "2010-10-30T18:30:00.123Z",
    "2010-10-30T00:00:00+02:00"
  })
  void dropsTheTimeOfAnIsoDate(String value) throws Exception {
    assertThat(firstCell("<c t=\"d\"><v>" + value + "</v></c>"))
        .isEqualTo(new Cell.Date(LocalDate.of(2010, 10, 30)));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1001,1001",
    "7.5,7.5",
    "-3,-3",
    "1E3,1000",
    "1.0,1",
    "40481.75,40481.75",
    "0.1,0.1",
    "123456789012345678,123456789012345678",
    "' 8 ',8"
  })
  void readsNumbersAsDouble(String written, double value) throws Exception {
    assertThat(firstCell("<c><v>" + written + "</v></c>")).isEqualTo(new Cell.Numeric(value));
    assertThat(firstCell("<c t=\"n\" s=\"4\"><v>" + written + "</v></c>"))
        .isEqualTo(new Cell.Numeric(value));
  }

  @ParameterizedTest
  @CsvSource({
    "n,abc",
    "n,NaN",
    "n,1e999",
    "n,0x10",
    "n,1d",
    "n,-",
    "b,2",
    "d,yesterday",
    "d,T10:00",
    "d,2010-02-30",
    "someday,text"
  })
  void leavesWhatIsNotOfItsTypeAsText(String type, String value) throws Exception {
    assertThat(firstCell("<c t=\"" + type + "\"><v>" + value + "</v></c>"))
        .isEqualTo(new Cell.Text(value));
  }

  @Test
  void takesTheCachedValueOfFormulas() throws Exception {
    Path file =
        RawWorkbook.ofCells(
                "<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>\"P\"</f></c>"
                    + "<c><f t=\"shared\" si=\"0\"/><v>40000</v></c>"
                    + "<c t=\"e\"><f>NA()</f><v>#N/A</v></c>"
                    + "<c t=\"b\"><f>TRUE()</f><v>1</v></c>")
            .write(directory);

    assertThat(WorkbookRows.cells(file))
        .startsWith(
            new Cell.Numeric(2),
            null,
            new Cell.Numeric(40000),
            new Cell.ErrorValue("#N/A"),
            new Cell.Truth(true));
  }

  @ParameterizedTest
  @CsvSource({
    "date1904=\"1\",FROM_1904",
    "date1904=\"true\",FROM_1904",
    "date1904=\"0\",FROM_1900",
    "date1904=\"false\",FROM_1900",
    "codeName=\"x\",FROM_1900"
  })
  void tellsTheDateSystem(String attributes, DateSystem expected) throws Exception {
    Path file = RawWorkbook.ofCells("<c><v>1</v></c>").properties(attributes).write(directory);

    assertThat(WorkbookRows.read(file)).extracting(SourceRow::dates).containsExactly(expected);
  }

  @Test
  void readsStrictWorkbooks() throws Exception {
    Path file =
        new RawWorkbook()
            .strict()
            .properties("date1904=\"1\"")
            .sheet("S", "", HEADER + "<row r=\"2\"><c t=\"s\"><v>0</v></c></row>")
            .sharedStrings("<t>R-1</t>")
            .write(directory);

    assertThat(WorkbookRows.cells(file)).startsWith(new Cell.Text("R-1"));
    assertThat(WorkbookRows.read(file).get(0).dates()).isEqualTo(DateSystem.FROM_1904);
  }

  @Test
  void countsOnWhereReferencesAreMissing() throws Exception {
    Path file =
        RawWorkbook.of(
                "<row>"
                    + HEADER_CELLS
                    + "</row><row><c t=\"str\"><v>a</v></c><c r=\"D2\"><v>4</v></c><c><v>5</v></c>"
                    + "</row><row r=\"7\"><c r=\"B7\"><v>2</v></c></row><row><c><v>1</v></c></row>")
            .write(directory);

    assertThat(WorkbookRows.lines(file)).containsExactly(2L, 7L, 8L);
    assertThat(WorkbookRows.read(file).get(0).cells())
        .startsWith(new Cell.Text("a"), null, null, new Cell.Numeric(4), new Cell.Numeric(5));
    assertThat(WorkbookRows.read(file).get(1).cells()).startsWith(null, new Cell.Numeric(2));
  }

  @Test
  void joinsRunsAndLeavesPhoneticsOut() throws Exception {
    String rich =
        "<r><rPr><b/></rPr><t xml:space=\"preserve\">Ros</t></r><r><t>si</t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh><phoneticPr fontId=\"1\"/>";
    Path file =
        RawWorkbook.ofCells("<c t=\"inlineStr\"><is>" + rich + "</is></c><c t=\"s\"><v>0</v></c>")
            .sharedStrings(rich)
            .write(directory);

    assertThat(WorkbookRows.cells(file)).startsWith(new Cell.Text("Rossi"), new Cell.Text("Rossi"));
  }

  @Test
  void decodesEscapesEntitiesAndCdata() throws Exception {
    String escaped = "a_x000D_b_x005F_x000D_c&amp;&#x20AC;<![CDATA[<_x0041_>]]>_x00_xD83D_";
    String expected = "a\rb_x000D_c&€<A>_x00_xD83D_";
    Path file =
        RawWorkbook.ofCells(
                inline(escaped) + "<c t=\"s\"><v>0</v></c><c t=\"str\"><v>" + escaped + "</v></c>")
            .sharedStrings("<t>" + escaped + "</t>")
            .write(directory);

    assertThat(WorkbookRows.cells(file))
        .startsWith(new Cell.Text(expected), new Cell.Text(expected), new Cell.Text(expected));
  }

  @Test
  void trimsTextAndTakesWhiteSpaceForBlank() throws Exception {
    Path file =
        RawWorkbook.ofCells(
                inline("\u00A0\uFEFF \n R-1\t\u2003", " \u00A0", "")
                    + "<c t=\"s\"><v>0</v></c><c t=\"e\"><v> </v></c>")
            .sharedStrings("<t xml:space=\"preserve\">  \u00A0 </t>")
            .write(directory);

    assertThat(WorkbookRows.cells(file)).startsWith(new Cell.Text("R-1"), null, null, null, null);
  }

  @Test
  void skipsBlankRows() throws Exception {
    Path file =
        RawWorkbook.of(
                HEADER
                    + "<row r=\"2\"/><row r=\"3\"><c r=\"A3\" s=\"1\"/></row>"
                    + "<row r=\"4\">"
                    + inline(" \u00A0 ", "")
                    + "</row>"
                    + "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>0</v></c></row>"
                    + "<row r=\"6\"><c r=\"A6\"><f>B6</f></c></row>"
                    + "<row r=\"9\"><c r=\"A9\"><v>1</v></c></row>")
            .sharedStrings("<t> </t>")
            .write(directory);

    assertThat(WorkbookRows.lines(file)).containsExactly(9L);
  }

  @Test
  void takesARowForNotBlankThatHoldsOnlyWhatNobodyAskedFor() throws Exception {
    Path file =
        RawWorkbook.of(HEADER + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>").write(directory);

    assertThat(WorkbookRows.cells(file)).hasSize(8).containsOnlyNulls();
  }

  @Test
  void readsVisibleWorksheetsInTheWorkbooksOrder() throws Exception {
    String rows = HEADER + "<row r=\"2\"><c><v>1</v></c></row>";
    Path file =
        new RawWorkbook()
            .sheet("Notes", "", "<row r=\"1\">" + inline("Nothing here") + "</row>")
            .sheet("Hidden", "hidden", rows)
            .sheet("Second", "", rows)
            .sheet("Very hidden", "veryHidden", rows)
            .sheetXml("Chart", "", "chartsheet", "<chartsheet/>")
            .sheetXml("Dialog", "", "dialogsheet", "<dialogsheet/>")
            .sheet("First &amp; last", "visible", rows)
            .write(directory);

    assertThat(WorkbookRows.read(file))
        .extracting(SourceRow::place)
        .containsExactly(new RowPlace(2, "Second", 2), new RowPlace(6, "First & last", 2));
  }

  @Test
  void readsAMillionEmptyRowsAsNone() throws Exception {
    RawWorkbook workbook = RawWorkbook.of("");
    Path file =
        workbook
            .lastSheet(
                out -> {
                  String[] around = workbook.worksheet(HEADER + "|").split("\\|", 2);
                  out.write(around[0].getBytes());
                  for (int row = 2; row <= 1_000_001; row++) {
                    out.write(("<row r=\"" + row + "\"/>").getBytes());
                  }
                  out.write(around[1].getBytes());
                })
            .write(directory);

    assertThat(WorkbookRows.read(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\uD83D\uDE00"})
  void cutsLongTextWhileItReads(String unit) throws Exception {
    int units = 10_000_000 / unit.length();
    RawWorkbook workbook = RawWorkbook.of("");
    Path file =
        workbook
            .lastSheet(
                out -> {
                  String[] around =
                      workbook
                          .worksheet(
                              HEADER + "<row>" + inline("|") + "<c t=\"s\"><v>0</v></c></row>")
                          .split("\\|", 2);
                  out.write(around[0].getBytes("UTF-8"));
                  writeNoisy(out, unit, units);
                  out.write(around[1].getBytes("UTF-8"));
                })
            .part(
                "xl/sharedStrings.xml",
                out -> {
                  String[] around = sharedStringsAround();
                  out.write(around[0].getBytes("UTF-8"));
                  writeNoisy(out, unit, units);
                  out.write(around[1].getBytes("UTF-8"));
                })
            .write(directory);

    List<Cell> cells = WorkbookRows.cells(file);

    for (Cell cell : cells.subList(0, 2)) {
      assertThat(cell)
          .isInstanceOfSatisfying(
              Cell.Text.class,
              text -> assertThat(Text.length(text.value())).isEqualTo(Cell.MAX_TEXT + 1));
    }
  }

  @Test
  void keepsTextOfTheGreatestLength() throws Exception {
    String longest = "é".repeat(Cell.MAX_TEXT);
    Path file =
        RawWorkbook.ofCells(
                inline(" ".repeat(5000) + longest + " ".repeat(5000)) + "<c t=\"s\"><v>0</v></c>")
            .sharedStrings("<t>" + longest + "</t>")
            .write(directory);

    assertThat(WorkbookRows.cells(file)).startsWith(new Cell.Text(longest), new Cell.Text(longest));
  }

  @Test
  void readsTheSameWhereverThePiecesEnd() throws Exception {
    long seed = 20101030;
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    StringBuilder rows = new StringBuilder(HEADER);
    for (int row = 2; row < 3000; row++) {
      StringBuilder text = new StringBuilder("t");
      for (int i = random.nextInt(60); i > 0; i--) {
        text.appendCodePoint(
            "aé€&<_ \n\uD83D\uDE00z"
                .codePointAt(new int[] {0, 1, 2, 3, 4, 5, 8, 10}[random.nextInt(8)]));
      }
      texts.add(text.append('.').toString());
      rows.append("<row r=\"").append(row).append("\" spans=\"1:5\">");
      rows.append("<c r=\"A").append(row).append("\" t=\"inlineStr\"><is><t>");
      rows.append(text.toString().replace("&", "&amp;").replace("<", "&#60;"));
      rows.append("</t></is></c></row>");
    }
    Path file = RawWorkbook.of(rows.toString()).write(directory);

    assertThat(WorkbookRows.read(file))
        .as("seed %d", seed)
        .extracting(row -> row.cells().get(0))
        .containsExactlyElementsOf(texts.stream().map(Cell.Text::new).toList());
  }

  private Cell firstCell(String xml) throws Exception {
    return WorkbookRows.cells(RawWorkbook.ofCells(xml).write(directory)).get(0);
  }

  private static SourceRow row(RowPlace place, DateSystem dates, Cell... cells) {
    return new SourceRow(place, java.util.Arrays.asList(cells), dates);
  }

  private static String[] sharedStringsAround() {
    return ("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>|"
            + "</t></si></sst>")
        .split("\\|", 2);
  }

  /** Text that does not pack like a bomb. */
  private static void writeNoisy(OutputStream out, String unit, int units)
      throws java.io.IOException {
    Random random = new Random(7);
    StringBuilder chunk = new StringBuilder();
    for (int i = 0; i < units; i++) {
      chunk.append(unit.equals("x") ? (char) ('a' + random.nextInt(26)) : unit);
      if (unit.length() > 1) {
        chunk.append((char) ('a' + random.nextInt(26)));
      }
      if (chunk.length() > 8192) {
        out.write(chunk.toString().getBytes("UTF-8"));
        chunk.setLength(0);
      }
    }
    out.write(chunk.toString().getBytes("UTF-8"));
  }
}
