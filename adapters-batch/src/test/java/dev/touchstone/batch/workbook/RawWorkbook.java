package dev.touchstone.batch.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together from XML, for what no library would write. */
final class RawWorkbook {

  private static final String HEADER_CELLS =
      cells("Response ID", "Partner ID", "Survey date", "Customer", "Overall satisfaction");

  private final List<String> sheets = new ArrayList<>();
  private final List<String> states = new ArrayList<>();
  private String properties = "";
  private String sharedStrings = "";
  private String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private String relationships =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  static RawWorkbook with(String... rows) {
    return new RawWorkbook().sheet(rows);
  }

  /** A header in the first row, and these rows below it, each with its {@code row} element. */
  static RawWorkbook underHeader(String... rows) {
    List<String> all = new ArrayList<>(List.of(header(1)));
    all.addAll(List.of(rows));
    return with(all.toArray(String[]::new));
  }

  static String header(int row) {
    return row(row, HEADER_CELLS);
  }

  static String row(int number, String cells) {
    return "<row r=\"" + number + "\">" + cells + "</row>";
  }

  static String cells(String... texts) {
    StringBuilder cells = new StringBuilder();
    for (String text : texts) {
      cells.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return cells.toString();
  }

  RawWorkbook sheet(String... rows) {
    return sheetIn("visible", rows);
  }

  RawWorkbook sheetIn(String state, String... rows) {
    states.add(state);
    sheets.add(String.join("", rows));
    return this;
  }

  RawWorkbook from1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  RawWorkbook shared(String... items) {
    sharedStrings = "<si>" + String.join("</si><si>", items) + "</si>";
    return this;
  }

  RawWorkbook strict() {
    main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    relationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    return this;
  }

  Path in(Path folder) {
    Path file = folder.resolve("raw.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      StringBuilder types = new StringBuilder();
      StringBuilder list = new StringBuilder();
      StringBuilder relations = new StringBuilder();
      for (int i = 0; i < sheets.size(); i++) {
        String part = "xl/worksheets/sheet" + (i + 1) + ".xml";
        put(
            zip,
            part,
            "<worksheet xmlns=\""
                + main
                + "\"><sheetData>"
                + sheets.get(i)
                + "</sheetData></worksheet>");
        types.append(override("/" + part, "worksheet"));
        list.append(
            "<sheet name=\"S%d\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
                .formatted(i + 1, i + 1, states.get(i), i + 1));
        relations.append(
            relation("rId" + (i + 1), "worksheet", "worksheets/sheet" + (i + 1) + ".xml"));
      }
      put(zip, "xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + sharedStrings + "</sst>");
      types.append(override("/xl/sharedStrings.xml", "sharedStrings"));
      relations.append(relation("rIdS", "sharedStrings", "sharedStrings.xml"));
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + main
              + "\" xmlns:r=\""
              + relationships
              + "\">"
              + properties
              + "<sheets>"
              + list
              + "</sheets></workbook>");
      put(zip, "xl/_rels/workbook.xml.rels", relationsOf(relations.toString()));
      put(zip, "_rels/.rels", relationsOf(relation("rId1", "officeDocument", "xl/workbook.xml")));
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
              + types
              + "</Types>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, relationships, type, target);
  }

  private static String relationsOf(String relations) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relations
        + "</Relationships>";
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
        .formatted(part, type);
  }

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
