package dev.touchstone.batch.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Assembles workbooks from bare XML: those that POI would not write, and those nobody should. */
final class RawWorkbook {

  /** The required headers, in English, as the cells of a row. */
  static final String HEADER_CELLS =
      inline("Response ID", "Partner ID", "Survey date", "Customer", "Overall satisfaction");

  /** The required headers in row 1. */
  static final String HEADER = "<row r=\"1\">" + HEADER_CELLS + "</row>";

  private static final String TRANSITIONAL =
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final String TRANSITIONAL_RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONSHIPS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";
  private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private static final String STYLES = "xl/styles.xml";

  private record SheetPart(String name, String state, String type) {}

  /** Writes the bytes of a part. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private final List<SheetPart> sheets = new ArrayList<>();
  private final Map<String, Content> parts = new LinkedHashMap<>();
  private boolean strict;
  private String workbookProperties = "";
  private String workbookType = MAIN + "sheet.main+xml";

  /** A workbook with one sheet that holds these rows. */
  static RawWorkbook of(String rows) {
    return new RawWorkbook().sheet("Responses", "", rows);
  }

  /** A workbook with one sheet that has the header in row 1 and one row of these cells. */
  static RawWorkbook ofCells(String cells) {
    return of(HEADER + "<row r=\"2\">" + cells + "</row>");
  }

  /** Cells of text, without references. */
  static String inline(String... texts) {
    return List.of(texts).stream()
        .map(text -> "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>")
        .collect(Collectors.joining());
  }

  RawWorkbook strict() {
    strict = true;
    return this;
  }

  /** Adds to the element {@code workbookPr}. */
  RawWorkbook properties(String attributes) {
    workbookProperties = attributes;
    return this;
  }

  RawWorkbook contentType(String type) {
    workbookType = type;
    return this;
  }

  RawWorkbook sheet(String name, String state, String rows) {
    return sheetXml(name, state, "worksheet", worksheet(rows));
  }

  RawWorkbook sheetXml(String name, String state, String type, String xml) {
    sheets.add(new SheetPart(name, state, type));
    return part("xl/worksheets/sheet" + sheets.size() + ".xml", xml);
  }

  /** Replaces the part of the last sheet. */
  RawWorkbook lastSheet(Content content) {
    parts.put("xl/worksheets/sheet" + sheets.size() + ".xml", content);
    return this;
  }

  /** The shared strings, each the inside of an {@code si}. */
  RawWorkbook sharedStrings(String... items) {
    return part(
        "xl/sharedStrings.xml",
        "<sst xmlns=\"" + main() + "\"><si>" + String.join("</si><si>", items) + "</si></sst>");
  }

  RawWorkbook styles(String xml) {
    return part(STYLES, xml);
  }

  RawWorkbook part(String path, String xml) {
    return part(path, out -> out.write(xml.getBytes(StandardCharsets.UTF_8)));
  }

  RawWorkbook part(String path, Content content) {
    parts.put(path, content);
    return this;
  }

  /** The XML of a sheet with these rows. */
  String worksheet(String rows) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\""
        + main()
        + "\"><dimension ref=\"A1\"/><sheetData>"
        + rows
        + "</sheetData><pageMargins left=\"1\"/></worksheet>";
  }

  /** Writes the workbook, leaving out the parts of these paths. */
  Path write(Path directory, String... without) {
    Map<String, Content> all = new LinkedHashMap<>();
    text(all, "[Content_Types].xml", contentTypes());
    text(all, "_rels/.rels", rootRelationships());
    text(all, "xl/workbook.xml", workbook());
    text(all, "xl/_rels/workbook.xml.rels", workbookRelationships());
    all.putAll(parts);
    all.keySet().removeAll(List.of(without));
    Path file = directory.resolve("responses.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, Content> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().writeTo(zip);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static void text(Map<String, Content> parts, String path, String xml) {
    parts.put(path, out -> out.write(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private String main() {
    return strict ? STRICT : TRANSITIONAL;
  }

  private String relationships() {
    return strict ? STRICT_RELATIONSHIPS : TRANSITIONAL_RELATIONSHIPS;
  }

  private String contentTypes() {
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
        + workbookType
        + "\"/></Types>";
  }

  private String rootRelationships() {
    return "<Relationships"
        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relationship("rId1", "officeDocument", "xl/workbook.xml")
        + "</Relationships>";
  }

  private String workbookRelationships() {
    StringBuilder xml =
        new StringBuilder(
            "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int i = 1; i <= sheets.size(); i++) {
      xml.append(
          relationship("rId" + i, sheets.get(i - 1).type(), "worksheets/sheet" + i + ".xml"));
    }
    if (parts.containsKey("xl/sharedStrings.xml")) {
      xml.append(relationship("rIdS", "sharedStrings", "sharedStrings.xml"));
    }
    if (parts.containsKey(STYLES)) {
      xml.append(relationship("rIdT", "styles", "styles.xml"));
    }
    return xml.append("</Relationships>").toString();
  }

  private String relationship(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, relationships(), type, target);
  }

  private String workbook() {
    StringBuilder xml = new StringBuilder("<workbook xmlns=\"" + main() + "\" xmlns:r=\"");
    xml.append(relationships()).append("\"><workbookPr ").append(workbookProperties);
    xml.append("/><sheets>");
    for (int i = 1; i <= sheets.size(); i++) {
      SheetPart sheet = sheets.get(i - 1);
      String state = sheet.state().isEmpty() ? "" : "state=\"" + sheet.state() + "\"";
      xml.append(
          "<sheet name=\"%s\" sheetId=\"%d\" %s r:id=\"rId%d\"/>"
              .formatted(sheet.name(), i, state, i));
    }
    return xml.append("</sheets></workbook>").toString();
  }
}
