package dev.touchstone.batch.workbook;

import static dev.touchstone.batch.workbook.RawWorkbook.HEADER_CELLS;
import static dev.touchstone.batch.workbook.RawWorkbook.inline;

import dev.touchstone.batch.sample.SampleDataGenerator;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Sound survey workbooks of many makes: the samples that ship with the project, those of the sample
 * generator, what the product itself gives back, and some made by hand.
 */
final class OriginalWorkbooks {

  private static final Path SAMPLES =
      Path.of("../bootstrap/src/test/resources/samples/inbox/surveys");

  private static final Catalog CATALOG =
      new Catalog(
          "c",
          1,
          List.of(
              new Specialization(
                  new SpecializationCode("CRM"),
                  SpecializationKind.PRODUCT,
                  Map.of(),
                  Set.of(new CertificationCode("TC-1")))));

  private static final String FIRST_ROWS =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"3\" spans=\"1:5\">"
          + "<c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"s\"><v>2</v></c>"
          + "<c r=\"C3\" t=\"s\"><v>3</v></c><c r=\"D3\" t=\"s\"><v>4</v></c>"
          + "<c r=\"E3\" t=\"s\"><v>5</v></c></row>";
  private static final String[] HEADERS = {
    "<t>Indagine 2010</t>",
    "<t>ID risposta</t>",
    "<r><rPr><b/></rPr><t>Codice </t></r><r><t>partner</t></r>",
    "<t xml:space=\"preserve\"> Data </t>",
    "<t>Cliente</t><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>",
    "<t>Soddisfazione complessiva</t>",
    "<t>P-1</t>",
    "<t>Città &amp; C.</t>"
  };

  private OriginalWorkbooks() {}

  /** All of them, by their names. */
  static Map<String, byte[]> all(Path folder) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    addBelow(SAMPLES, all);
    Path generated = folder.resolve("generated");
    new SampleDataGenerator(CATALOG, 7).generate(60, generated);
    addBelow(generated.resolve("surveys"), all);
    for (SurveyLayout layout : SurveyLayout.values()) {
      Path file = SurveyFiles.write(folder, layout, 12);
      all.put("written/" + layout, Files.readAllBytes(file));
    }
    Path report = folder.resolve("report.xlsx");
    AnnotatedWorkbook.write(
        SurveyFiles.write(folder, SurveyLayout.ENGLISH, 5),
        List.of(SurveyFiles.bad(2, "date")).iterator(),
        report);
    all.put("report", Files.readAllBytes(report));
    all.put("styled", styled(folder));
    add("inline", inlineStrings(), folder, all);
    add("shared", sharedStrings(), folder, all);
    add("shared strict", sharedStrings().strict(), folder, all);
    add("1904", inlineStrings().properties("date1904=\"1\""), folder, all);
    add("types", types(), folder, all);
    add("sheets", severalSheets(), folder, all);
    return all;
  }

  private static void addBelow(Path folder, Map<String, byte[]> all) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xlsx")).toList()) {
        all.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }

  private static void add(String name, RawWorkbook workbook, Path folder, Map<String, byte[]> all)
      throws IOException {
    all.put(name, Files.readAllBytes(workbook.write(folder)));
  }

  private static RawWorkbook inlineStrings() {
    return RawWorkbook.of(
        RawWorkbook.HEADER
            + ("<row>" + inline("R", "P-1", "2010-10-01", "Cliente", "8") + "</row>").repeat(4));
  }

  private static RawWorkbook sharedStrings() {
    return RawWorkbook.of(
            FIRST_ROWS
                + "<row r=\"4\"><c r=\"A4\"><v>1001</v></c><c r=\"B4\" t=\"s\"><v>6</v></c>"
                + "<c r=\"C4\" s=\"1\"><v>40452</v></c><c r=\"D4\" t=\"s\"><v>7</v></c>"
                + "<c r=\"E4\"><v>9</v></c></row>"
                + "<row r=\"6\"><c r=\"A6\"><v>1002</v></c><c r=\"B6\" t=\"s\"><v>6</v></c>"
                + "<c r=\"C6\" s=\"1\"><v>40453.5</v></c><c r=\"D6\" t=\"s\"><v>7</v></c>"
                + "<c r=\"E6\" t=\"str\"><f>4+4</f><v>8</v></c></row>")
        .sharedStrings(HEADERS);
  }

  private static RawWorkbook types() {
    return RawWorkbook.of(
        RawWorkbook.HEADER
            + "<row r=\"2\"><c r=\"A2\"><v>1.0E3</v></c><c r=\"B2\" t=\"str\"><v>P-1</v></c>"
            + "<c r=\"C2\" t=\"d\"><v>2010-10-01T10:00:00</v></c>"
            + "<c r=\"D2\" t=\"inlineStr\"><is><r><t>Cli</t></r><r><t>ente</t></r></is></c>"
            + "<c r=\"E2\" t=\"b\"><v>1</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c><c r=\"E3\"><f>1+1</f><v>2</v></c>"
            + "<c r=\"Z3\" t=\"inlineStr\"><is><t>=1+1</t></is></c></row>");
  }

  private static RawWorkbook severalSheets() {
    String row = "<row>" + inline("R-1", "P-1", "01/10/2010", "Cliente", "8") + "</row>";
    return new RawWorkbook()
        .sheet("Istruzioni", "", "<row>" + inline("Come si compila") + "</row>")
        .sheet("Ottobre", "", "<row r=\"2\">" + HEADER_CELLS + "</row>" + row)
        .sheet("Vecchio", "hidden", RawWorkbook.HEADER + row)
        .sheet("Novembre", "", RawWorkbook.HEADER + row + row);
  }

  /** With what people put into workbooks besides values. */
  private static byte[] styled(Path folder) throws IOException {
    Path file = folder.resolve("styled.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = SurveyFiles.sheet(workbook, "Responses");
      sheet.createFreezePane(1, 1);
      sheet.setAutoFilter(CellRangeAddress.valueOf("A1:H3"));
      sheet.addMergedRegion(CellRangeAddress.valueOf("J1:K2"));
      Row total = sheet.createRow(9);
      total.createCell(4).setCellFormula("SUM(E2:E3)");
      DataValidationHelper helper = sheet.getDataValidationHelper();
      sheet.addValidationData(
          helper.createValidation(
              helper.createIntegerConstraint(
                  DataValidationConstraint.OperatorType.BETWEEN, "1", "10"),
              new CellRangeAddressList(1, 9, 4, 4)));
      sheet
          .createDrawingPatriarch()
          .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 2, 2, 4, 4))
          .setString("Una nota");
      SurveyFiles.save(workbook, file);
    }
    return Files.readAllBytes(file);
  }
}
