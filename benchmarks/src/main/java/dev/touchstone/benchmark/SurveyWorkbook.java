package dev.touchstone.benchmark;

import dev.touchstone.batch.sample.SampleDataGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * A survey workbook of ten columns as a vendor's Excel would write it, texts shared; and the
 * readers that merely iterate over all its cells.
 */
final class SurveyWorkbook {

  static final int COLUMNS = 10;

  private static final String[] HEADERS = {
    "Response ID",
    "Partner ID",
    "Survey date",
    "Customer",
    "Overall satisfaction",
    "Would recommend",
    "Respondent e-mail",
    "Comment",
    "Channel",
    "Interviewer"
  };

  private static final int ROWS_IN_MEMORY = 1_000;

  private SurveyWorkbook() {}

  static void write(Path file, int rows, int partners) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    LocalDate last = SampleDataGenerator.BUSINESS_DATE;
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Touchstone", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Responses");
      for (int column = 0; column < COLUMNS; column++) {
        sheet.value(0, column, HEADERS[column]);
      }
      for (int i = 0; i < rows; i++) {
        int row = i + 1;
        sheet.value(row, 0, String.format("B-%07d", i));
        sheet.value(row, 1, Invented.partner(i, partners));
        sheet.value(row, 2, last.minusDays(i % 400));
        sheet.style(row, 2).format("yyyy-mm-dd").set();
        sheet.value(row, 3, Invented.customer(i));
        sheet.value(row, 4, 4 + i % 7);
        sheet.value(row, 5, i % 11);
        sheet.value(row, 6, "cliente" + i % 5_000 + "@example.com");
        sheet.value(row, 7, "Molto soddisfatti del lavoro svolto, caso " + i % 1_000);
        sheet.value(row, 8, i % 2 == 0 ? "telefono" : "web");
        sheet.value(row, 9, Invented.person(i));
        if (row % ROWS_IN_MEMORY == 0) {
          sheet.flush();
        }
      }
    }
  }

  /** All cells by fastexcel-reader. */
  static long iterateByFastexcel(Path file) throws IOException {
    long cells = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        try (Stream<Row> rows = sheet.openStream()) {
          for (Row row : (Iterable<Row>) rows::iterator) {
            for (@Nullable Cell cell : row) {
              cells += cell == null ? 0 : 1;
            }
          }
        }
      }
    }
    return cells;
  }

  /** All cells by POI's handler of events. */
  static long iterateByPoi(Path file)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    Counter counter = new Counter();
    try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(pack);
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(pack);
      var sheets = reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          XMLReader parser = XMLHelper.newXMLReader();
          parser.setContentHandler(
              new XSSFSheetXMLHandler(reader.getStylesTable(), strings, counter, false));
          parser.parse(new InputSource(sheet));
        }
      }
    }
    return counter.cells;
  }

  private static final class Counter implements XSSFSheetXMLHandler.SheetContentsHandler {

    private long cells;

    @Override
    public void startRow(int row) {}

    @Override
    public void endRow(int row) {}

    @Override
    public void cell(String reference, String value, @Nullable XSSFComment comment) {
      cells++;
    }
  }
}
