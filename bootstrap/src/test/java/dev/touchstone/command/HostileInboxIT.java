package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night on an inbox full of trouble: each file gets its reason, the good ones are taken. */
class HostileInboxIT {

  private static final String PARTNERS = "partner_id,name,registered_on\n";
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String WORKSHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

  @TempDir static Path folder;

  private static CommandLineFixture commands;
  private static CommandLineFixture.Outcome night;
  private static List<String> rejects;
  private static byte[] goodWorkbook;

  @BeforeAll
  static void runTheNight() throws Exception {
    commands = new CommandLineFixture(folder);
    goodWorkbook =
        Files.readAllBytes(
            CommandLineFixture.SAMPLES.resolve("inbox/surveys/alfa/alfa-2010-1.xlsx"));
    commands.write("partners/good.csv", PARTNERS + "P-1,Uno,2009-01-01\nP-2,Due,2009-01-01\n");
    writeTroubledCsv();
    writeTroubledWorkbooks();
    night = commands.nightly(CommandLineFixture.SAMPLE_DATE);
    rejects = commands.output("rejects");
  }

  @AfterAll
  static void dropTheDatabase() {
    commands.close();
  }

  private static void writeTroubledCsv() throws IOException {
    commands.write("partners/empty.csv", "");
    commands.write("partners/no-header.csv", "P-3,Tre,2009-01-01\n");
    commands.write("partners/no-name.csv", "partner_id,registered_on\nP-3,2009-01-01\n");
    commands.write(
        "partners/open-quote.csv", PARTNERS + "P-4,\"Quattro,2009-01-01\nP-5,C,2009-01-01\n");
    commands.write("partners/after-quote.csv", PARTNERS + "P-4,\"Qua\"ttro,2009-01-01\n");
    commands.write("partners/nul.csv", PARTNERS + "P-6,Se\0i,2009-01-01\nP-7,Sette,2009-01-01\n");
    commands.write(
        "partners/long.csv", PARTNERS + "P-8," + "x".repeat(10_000_000) + ",2009-01-01\n");
    Files.write(commands.inbox().resolve("partners/workbook.csv"), goodWorkbook);
    commands.write("partners/long-id.csv", PARTNERS + randomText(1_000) + ",Nove,2009-01-01\n");
    commands.write("partners/notes.txt", "not for the night");
  }

  /** Text of three bytes a character that does not compress: no index takes it as a key. */
  private static String randomText(int codePoints) {
    StringBuilder text = new StringBuilder();
    new Random(1).ints(codePoints, 0x4E00, 0x9FA5).forEach(text::appendCodePoint);
    return text.toString();
  }

  private static void writeTroubledWorkbooks() throws Exception {
    workbook("truncated", Arrays.copyOf(goodWorkbook, goodWorkbook.length / 2));
    workbook("renamed", "partner_id,name\nP-1,Uno\n".getBytes(StandardCharsets.UTF_8));
    workbook("empty", new byte[0]);
    workbook("encrypted", encrypted());
    workbook("doctype", withSheet(HostileInboxIT::doctype));
    workbook("bomb", withSheet(HostileInboxIT::bomb));
    workbook("million-empty-rows", withSheet(HostileInboxIT::emptyRows));
    workbook("long-cell", withSheet(HostileInboxIT::longCell));
    workbook(
        "headless",
        withSheet(
            out ->
                write(out, sheet("<row r=\"1\"><c t=\"inlineStr\"><is><t>x</t></is></c></row>"))));
    workbook(
        "half-a-header",
        withSheet(
            out ->
                write(
                    out,
                    sheet(
                        "<row r=\"1\">"
                            + cells("Response ID", "Partner ID", "Customer")
                            + "</row>"))));
  }

  @Test
  void goesOnWithTheOthers() {
    assertThat(night.err()).isEmpty();
    assertThat(night.exitCode()).isZero();
    assertThat(commands.output("decisions")).anyMatch(line -> line.startsWith("P-1,"));
    assertThat(commands.output("decisions")).anyMatch(line -> line.startsWith("P-7,"));
  }

  @Test
  void givesEachFileItsReason() {
    assertThat(reasonsOfFiles())
        .containsExactlyInAnyOrderEntriesOf(
            new TreeMap<>(
                Map.ofEntries(
                    Map.entry("partners/empty.csv", "FILE_NO_HEADER"),
                    Map.entry("partners/no-header.csv", "FILE_NO_HEADER"),
                    Map.entry("partners/no-name.csv", "FILE_MISSING_COLUMN"),
                    Map.entry("partners/open-quote.csv", "FILE_UNREADABLE"),
                    Map.entry("partners/after-quote.csv", "FILE_UNREADABLE"),
                    Map.entry("partners/workbook.csv", "FILE_UNREADABLE"),
                    Map.entry("surveys/v/truncated.xlsx", "FILE_UNREADABLE"),
                    Map.entry("surveys/v/renamed.xlsx", "FILE_UNREADABLE"),
                    Map.entry("surveys/v/empty.xlsx", "FILE_UNREADABLE"),
                    Map.entry("surveys/v/encrypted.xlsx", "FILE_UNREADABLE"),
                    Map.entry("surveys/v/doctype.xlsx", "FILE_UNREADABLE"),
                    Map.entry("surveys/v/bomb.xlsx", "FILE_TOO_LARGE"),
                    Map.entry("surveys/v/headless.xlsx", "FILE_NO_HEADER"),
                    Map.entry("surveys/v/half-a-header.xlsx", "FILE_MISSING_COLUMN"))));
  }

  @Test
  void givesEachRowItsReason() {
    assertThat(rejects).anyMatch(line -> line.startsWith("partners/nul.csv,,2,P-6,UNKNOWN_VALUE,"));
    assertThat(rejects).anyMatch(line -> line.startsWith("partners/long.csv,,2,P-8,TOO_LONG,"));
    assertThat(rejects)
        .anyMatch(line -> line.startsWith("surveys/v/long-cell.xlsx,Responses,2,R-1,TOO_LONG,"));
    assertThat(rejects).anyMatch(line -> line.matches("partners/long-id.csv,,2,.*,TOO_LONG,.*"));
    assertThat(rejects).noneMatch(line -> line.contains("million-empty-rows"));
  }

  @Test
  void saysWhatToDoAndShowsNoStackTrace() {
    for (String line : rejects.subList(1, rejects.size())) {
      assertThat(line).doesNotContain("Exception", "org.apache", "\tat ");
    }
    assertThat(night.out()).doesNotContain("Exception");
  }

  @Test
  void leavesAReportForEachOfThem() {
    Path rejected = commands.folder().resolve("rejected/2010-11-15");

    assertThat(rejected.resolve("partners/open-quote.csv.rejected.csv"))
        .content()
        .contains("FILE_UNREADABLE", "line 2");
    assertThat(rejected.resolve("surveys/v/long-cell.xlsx")).isRegularFile();
    assertThat(rejected.resolve("partners/good.csv")).doesNotExist();
  }

  @Test
  void leavesWhatIsNotForIt() {
    assertThat(commands.inbox().resolve("partners/notes.txt")).isRegularFile();
    assertThat(night.out()).contains("Left in the inbox", "  partners/notes.txt");
  }

  private static Map<String, String> reasonsOfFiles() {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : rejects.subList(1, rejects.size())) {
      String[] values = line.split(",", 6);
      if (values[2].isEmpty()) {
        reasons.put(values[0], values[4]);
      }
    }
    return reasons;
  }

  private static void workbook(String name, byte[] content) throws IOException {
    Path file = commands.inbox().resolve("surveys/v/" + name + ".xlsx");
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** The good workbook with another sheet in it. */
  private static byte[] withSheet(Consumer<OutputStream> sheet) throws IOException {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(goodWorkbook));
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(SHEET)) {
          sheet.accept(out);
        } else {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return changed.toByteArray();
  }

  private static byte[] encrypted() throws IOException, OpenXML4JException, Exception {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("segreto");
      try (OutputStream out = encryptor.getDataStream(file)) {
        out.write(goodWorkbook);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static void doctype(OutputStream out) {
    write(
        out,
        "<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + sheet("<row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>"));
  }

  private static void bomb(OutputStream out) {
    write(out, WORKSHEET + "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>");
    byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 300; i++) {
      write(out, spaces);
    }
    write(out, "</t></is></c></row></sheetData></worksheet>");
  }

  private static void emptyRows(OutputStream out) {
    write(out, WORKSHEET + "<sheetData>" + header());
    for (int i = 2; i <= 1_000_000; i++) {
      write(out, "<row r=\"" + i + "\"></row>");
    }
    write(out, "</sheetData></worksheet>");
  }

  private static void longCell(OutputStream out) {
    write(out, WORKSHEET + "<sheetData>" + header() + "<row r=\"2\">");
    write(out, cells("R-1", "P-1", "2010-10-01"));
    write(out, "<c t=\"inlineStr\"><is><t>");
    // Not all alike, or it would pass for a bomb.
    StringBuilder text = new StringBuilder();
    java.util.Random random = new java.util.Random(7);
    while (text.length() < 10_000_000) {
      text.append(Long.toString(random.nextLong(), 36));
    }
    write(out, text + "</t></is></c>" + cells("9") + "</row></sheetData></worksheet>");
  }

  private static String header() {
    return "<row r=\"1\">"
        + cells("Response ID", "Partner ID", "Survey date", "Customer", "Overall satisfaction")
        + "</row>";
  }

  private static String sheet(String rows) {
    return WORKSHEET + "<sheetData>" + rows + "</sheetData></worksheet>";
  }

  private static String cells(String... values) {
    StringBuilder cells = new StringBuilder();
    for (String value : values) {
      cells.append("<c t=\"inlineStr\"><is><t>").append(value).append("</t></is></c>");
    }
    return cells.toString();
  }

  private static void write(OutputStream out, String text) {
    write(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
