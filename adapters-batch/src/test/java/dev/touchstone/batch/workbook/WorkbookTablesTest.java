package dev.touchstone.batch.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.table.Table;
import dev.touchstone.application.table.TableColumn;
import dev.touchstone.batch.intake.CsvTables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkbookTablesTest {

  private record Line(String name, long count, boolean marked, @Nullable LocalDate day) {}

  private static final Table<Line> TABLE =
      new Table<>(
          "lines",
          List.of(
              new TableColumn.Text<>("name", Line::name),
              new TableColumn.WholeNumber<>("a_rather_long_header", Line::count),
              new TableColumn.Truth<>("marked", Line::marked),
              new TableColumn.Day<>("day", Line::day)));

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);

  @Test
  void writesNumbersAsNumbersAndDatesAsDates() throws IOException {
    try (XSSFWorkbook workbook = write(new Line("Rossi", 1_234_567_890_123L, true, DAY))) {
      Row row = workbook.getSheet("lines").getRow(1);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Rossi");
      assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1_234_567_890_123d);
      assertThat(row.getCell(2).getBooleanCellValue()).isTrue();
      assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
      assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(DAY);
    }
  }

  @Test
  void leavesOutWhatIsNot() throws IOException {
    try (XSSFWorkbook workbook = write(new Line("", 0, false, null))) {
      Row row = workbook.getSheet("lines").getRow(1);
      assertThat(row.getCell(0)).isNull();
      assertThat(row.getCell(3)).isNull();
    }
  }

  @Test
  void disarmsTextThatLooksLikeAFormula() throws IOException {
    try (XSSFWorkbook workbook = write(new Line("=1+1", 0, false, null))) {
      Cell cell = workbook.getSheet("lines").getRow(1).getCell(0);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
      assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }
  }

  @Test
  void setsTheHeaderApart() throws IOException {
    try (XSSFWorkbook workbook = write()) {
      XSSFSheet sheet = workbook.getSheet("lines");
      assertThat(sheet.getRow(0).getCell(1).getCellStyle().getFont().getBold()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(sheet.getColumnWidth(1)).isGreaterThan(sheet.getColumnWidth(0));
    }
  }

  @Test
  void goesOnInTheNextSheet() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WorkbookTables(3)
        .write(
            TABLE,
            consumer ->
                IntStream.range(0, 5)
                    .forEach(i -> consumer.accept(new Line("n" + i, i, false, null))),
            out);
    try (XSSFWorkbook workbook = read(out)) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
      assertThat(workbook.getSheet("lines 2").getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("name");
      assertThat(workbook.getSheet("lines 2").getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("n2");
      assertThat(workbook.getSheet("lines 3").getLastRowNum()).isEqualTo(1);
    }
  }

  @Test
  void leavesNoTemporaryFiles() throws IOException {
    long before = countTemporaryFiles();
    new WorkbookTables()
        .write(
            TABLE,
            consumer ->
                IntStream.range(0, 5_000)
                    .forEach(i -> consumer.accept(new Line("n" + i, i, false, DAY))),
            OutputStream.nullOutputStream());
    assertThat(countTemporaryFiles()).isLessThanOrEqualTo(before);
  }

  @Test
  void writesTheSameTableAsCsv() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvTables()
        .write(
            TABLE,
            consumer -> {
              consumer.accept(new Line("=1+1", 7, true, DAY));
              consumer.accept(new Line("a,\"b\"", 8, false, null));
            },
            out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "name,a_rather_long_header,marked,day\n'=1+1,7,true,2010-11-15\n"
                + "\"a,\"\"b\"\"\",8,false,\n");
  }

  private static long countTemporaryFiles() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().contains("poi-sxssf")).count();
    }
  }

  private static XSSFWorkbook write(Line... lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WorkbookTables().write(TABLE, consumer -> List.of(lines).forEach(consumer), out);
    return read(out);
  }

  private static XSSFWorkbook read(ByteArrayOutputStream out) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }
}
