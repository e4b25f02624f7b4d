package dev.touchstone.batch.workbook;

import static dev.touchstone.batch.workbook.RawWorkbook.HEADER;
import static dev.touchstone.batch.workbook.RawWorkbook.inline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileWorkbookTest {

  private static final String DATA = "<row>" + inline("R-1") + "</row>";
  private static final String DOCTYPE = "<!DOCTYPE worksheet SYSTEM \"file:///etc/hostname\">";

  @TempDir private Path directory;

  @Test
  void refusesAnEmptyFile() throws IOException {
    assertThat(unreadable(file(new byte[0]))).contains("empty");
  }

  @Test
  void refusesACsvFileThatWasRenamed() throws IOException {
    byte[] csv = "Response ID;Partner ID\n1;2\n".getBytes(StandardCharsets.UTF_8);

    assertThat(unreadable(file(csv))).contains("not an Excel workbook", ".xlsx");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    unreadable(directory.resolve("absent.xlsx"));
  }

  @Test
  void refusesAnEncryptedWorkbook() throws Exception {
    byte[] plain = Files.readAllBytes(RawWorkbook.of(HEADER + DATA).write(directory));
    Path file = directory.resolve("encrypted.xlsx");
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(system)) {
        out.write(plain);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        system.writeFilesystem(out);
      }
    }

    assertThat(unreadable(file)).contains("password");
  }

  @Test
  void refusesAnOldWorkbook() throws Exception {
    Path file = directory.resolve("old.xlsx");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      workbook.createSheet("S");
      workbook.write(out);
    }

    assertThat(unreadable(file)).contains("old .xls format");
  }

  @Test
  void refusesAWorkbookThatWasCutAnywhere() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            RawWorkbook.of(HEADER + DATA).sharedStrings("<t>x</t>").write(directory));
    for (int length = 1; length < whole.length; length += 7) {
      unreadable(file(Arrays.copyOf(whole, length)));
    }
  }

  @Test
  void neverFailsOtherwiseThanByRefusing() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            RawWorkbook.of(HEADER + DATA.repeat(5)).sharedStrings("<t>x</t>").write(directory));
    long seed = 42;
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = whole.clone();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      readOrRefuse(file(damaged), "seed " + seed + ", round " + round);
    }
  }

  @Test
  void neverFailsOnDamagedXmlOtherwiseThanByRefusing() {
    String rows = HEADER + DATA + "<row r=\"4\"><c r=\"A4\" t=\"d\"><v>2010-10-30</v></c></row>";
    byte[] whole = new RawWorkbook().worksheet(rows).getBytes(StandardCharsets.UTF_8);
    long seed = 43;
    Random random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = whole.clone();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        damaged[random.nextInt(damaged.length)] =
            (byte)
                (random.nextBoolean()
                    ? random.nextInt(256)
                    : "<>&;\"'/!?[-= ".charAt(random.nextInt(13)));
      }
      Path file = RawWorkbook.of("").lastSheet(out -> out.write(damaged)).write(directory);
      readOrRefuse(file, "seed " + seed + ", round " + round);
    }
  }

  @Test
  void refusesAWorkbookWithADamagedChecksum() throws IOException {
    byte[] whole = Files.readAllBytes(RawWorkbook.of(HEADER + DATA).write(directory));
    // In the central directory: its entries begin with PK 1 2, and 16 bytes on is the checksum.
    for (int i = 0; i < whole.length - 20; i++) {
      if (whole[i] == 'P' && whole[i + 1] == 'K' && whole[i + 2] == 1 && whole[i + 3] == 2) {
        whole[i + 16]++;
      }
    }

    assertThat(unreadable(file(whole))).contains("damaged");
  }

  @Test
  void refusesADocumentInsteadOfAWorkbook() {
    Path file =
        RawWorkbook.of(HEADER + DATA)
            .contentType(
                "application/vnd.openxmlformats-officedocument.wordprocessingml"
                    + ".document.main+xml")
            .write(directory);

    assertThat(unreadable(file)).contains("not an Excel workbook");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml"
      })
  void refusesAWorkbookWithoutOneOfItsParts(String path) {
    unreadable(RawWorkbook.of(HEADER + DATA).sharedStrings("<t>x</t>").write(directory, path));
  }

  @Test
  void refusesATextThatIsNotInTheWorkbook() {
    for (String number : new String[] {"1", "-1", "0.5", "99999999999", "x"}) {
      Path file =
          RawWorkbook.ofCells("<c t=\"s\"><v>" + number + "</v></c>")
              .sharedStrings("<t>x</t>")
              .write(directory);

      assertThat(unreadable(file)).contains("text number " + number);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml"
      })
  void refusesADocumentTypeInAnyPart(String path) throws IOException {
    Path plain = RawWorkbook.of(HEADER + DATA).sharedStrings("<t>x</t>").write(directory);
    String xml = partOf(plain, path).replaceFirst("^<\\?xml.*\\?>\\s*", "");
    String root = xml.substring(1, xml.indexOf(' '));

    Path file =
        RawWorkbook.of(HEADER + DATA)
            .sharedStrings("<t>x</t>")
            .part(path, "<!DOCTYPE " + root + " [<!ENTITY e \"x\">]>" + xml)
            .write(directory);

    unreadable(file);
  }

  @Test
  void refusesAnExternalEntity() {
    String xml = new RawWorkbook().worksheet(HEADER + "<row>" + inline("&e;") + "</row>");
    String declaration = "<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
    Path file =
        RawWorkbook.of("")
            .lastSheet(
                out ->
                    out.write(
                        xml.replace("?>\n", "?>\n" + declaration).getBytes(StandardCharsets.UTF_8)))
            .write(directory);

    unreadable(file);
  }

  @Test
  void refusesAnEntityThatNobodyDeclared() {
    unreadable(RawWorkbook.of(HEADER + "<row>" + inline("&e;") + "</row>").write(directory));
  }

  @Test
  void refusesAnExternalSubset() {
    Path file =
        RawWorkbook.of("")
            .part(
                "xl/worksheets/sheet1.xml",
                DOCTYPE + new RawWorkbook().worksheet(HEADER).substring(39))
            .write(directory);

    assertThat(unreadable(file)).contains("document type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"})
  void refusesAZipBomb(String path) throws IOException {
    Path file =
        RawWorkbook.of(HEADER)
            .sharedStrings("<t>x</t>")
            .part(path, out -> fill(out, ' ', 400 << 20))
            .write(directory);

    assertThat(tooLarge(file)).contains("smaller workbooks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"})
  void refusesABombInThePackagesOwnParts(String path) throws IOException {
    Path file =
        RawWorkbook.of(HEADER)
            .part(
                path,
                out -> {
                  out.write("<a>".getBytes(StandardCharsets.UTF_8));
                  for (int i = 0; i < 1 << 20; i++) {
                    out.write("<b/>".getBytes(StandardCharsets.UTF_8));
                  }
                })
            .write(directory);

    tooLarge(file);
  }

  @Test
  void refusesABombOfZeros() {
    Path file = RawWorkbook.of("").lastSheet(out -> fill(out, '\0', 300 << 20)).write(directory);

    // Zeros are no XML: seen before there are too many of them.
    unreadable(file);
  }

  @Test
  void refusesABombInATextBehindTheHeader() {
    RawWorkbook workbook = RawWorkbook.of("");
    Path file =
        workbook
            .lastSheet(
                out -> {
                  String[] around =
                      workbook.worksheet(HEADER + "<row>" + inline("|") + "</row>").split("\\|", 2);
                  out.write(around[0].getBytes(StandardCharsets.UTF_8));
                  fill(out, ' ', 400 << 20);
                  out.write(around[1].getBytes(StandardCharsets.UTF_8));
                })
            .write(directory);

    tooLarge(file);
  }

  @Test
  void refusesATagWithoutEnd() {
    Path file =
        RawWorkbook.of("")
            .lastSheet(
                out -> {
                  out.write("<worksheet a=\"".getBytes(StandardCharsets.UTF_8));
                  noise(out, 2 << 20);
                })
            .write(directory);

    assertThat(tooLarge(file)).contains("tag");
  }

  @Test
  void refusesElementsNestedTooDeep() {
    unreadable(RawWorkbook.of("<row>".repeat(100_000)).write(directory));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"})
  void refusesElementsNestedTooDeepInThePackagesOwnParts(String path) throws IOException {
    String xml = partOf(RawWorkbook.of(HEADER + DATA).write(directory), path);
    int root = xml.indexOf('>') + 1;
    String deep = "<x>".repeat(40_000) + "</x>".repeat(40_000);

    unreadable(
        RawWorkbook.of(HEADER + DATA)
            .part(path, xml.substring(0, root) + deep + xml.substring(root))
            .write(directory));
  }

  /** Author and title can be in any part, it is told by its content type; POI would never end. */
  @Test
  void refusesElementsNestedTooDeepInThePartWithTheAuthor() throws IOException {
    RawWorkbook workbook = RawWorkbook.of(HEADER + DATA);
    String types = partOf(workbook.write(directory), "[Content_Types].xml");
    Path file =
        workbook
            .part(
                "[Content_Types].xml",
                types.replace(
                    "</Types>",
                    "<Override PartName=\"/a.xml\" ContentType=\""
                        + "application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"))
            .part("a.xml", "<x>".repeat(64) + "</x>".repeat(64))
            .write(directory);

    assertThat(unreadable(file)).contains("too deep");
  }

  @Test
  void refusesTooManyNames() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 20_000; i++) {
      rows.append("<x").append(i).append("/>");
    }

    assertThat(tooLarge(RawWorkbook.of(rows.toString()).write(directory))).contains("names");
  }

  @Test
  void refusesMoreRowsThanASheetHas() {
    assertThat(tooLarge(RawWorkbook.of(HEADER + "<row r=\"1048577\"/>").write(directory)))
        .contains("1,048,576 rows");
    assertThat(tooLarge(RawWorkbook.of(HEADER + "<row/>".repeat(1_048_576)).write(directory)))
        .contains("1,048,576 rows");
  }

  @Test
  void refusesMoreColumnsThanASheetHas() throws Exception {
    assertThat(tooLarge(RawWorkbook.ofCells("<c r=\"XFE2\"/>").write(directory)))
        .contains("16,384 columns");
    assertThat(tooLarge(RawWorkbook.ofCells("<c/>".repeat(16_385)).write(directory)))
        .contains("16,384 columns");
    assertThat(
            WorkbookRows.lines(RawWorkbook.ofCells("<c r=\"xfd2\"><v>1</v></c>").write(directory)))
        .containsExactly(2L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"0\"/>",
        "<row r=\"x\"/>",
        "<row r=\"99999999999\"/>",
        "<row><c r=\"7\"/></row>",
        "<row><c r=\"A\"/></row>",
        "<row><c r=\"\"/></row>"
      })
  void refusesReferencesThatPointNowhere(String row) {
    unreadable(RawWorkbook.of(HEADER + row).write(directory));
  }

  @Test
  void refusesMoreSheetsThanAWorkbookMayHave() {
    StringBuilder xml =
        new StringBuilder(
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
                + "><sheets>");
    for (int i = 0; i <= WorkbookLimits.SHEETS; i++) {
      xml.append("<sheet name=\"S").append(i).append("\" r:id=\"rId1\"/>");
    }
    Path file =
        RawWorkbook.of(HEADER)
            .part("xl/workbook.xml", xml.append("</sheets></workbook>").toString())
            .write(directory);

    assertThat(tooLarge(file)).contains("1,000 sheets");
  }

  @Test
  void refusesTooLargeADirectory() throws IOException {
    RawWorkbook workbook = RawWorkbook.of(HEADER);
    for (int i = 0; i < 30_000; i++) {
      workbook.part("xl/media/" + i + ".xml", "");
    }

    tooLarge(workbook.write(directory));
  }

  @Test
  void acceptsALinkForEachAddress() throws Exception {
    StringBuilder links =
        new StringBuilder(
            "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int i = 0; i < 65_000; i++) {
      links
          .append("<Relationship Id=\"rId")
          .append(i)
          .append(
              "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                  + "hyperlink\" TargetMode=\"External\" Target=\"mailto:a@example.com\"/>");
    }
    Path file =
        RawWorkbook.of(HEADER + DATA)
            .part("xl/worksheets/_rels/sheet1.xml.rels", links.append("</Relationships>") + "")
            .write(directory);

    assertThat(WorkbookRows.lines(file)).containsExactly(2L);
  }

  @Test
  void tightensPoisOwnLimits() {
    unreadable(directory.resolve("absent.xlsx"));

    assertThat(ZipSecureFile.getMaxEntrySize()).isEqualTo(WorkbookLimits.PART_BYTES);
    assertThat(ZipSecureFile.getMaxTextSize()).isEqualTo(1 << 20);
    assertThat(ZipSecureFile.getMinInflateRatio()).isGreaterThanOrEqualTo(0.01);
  }

  private static void readOrRefuse(Path file, String round) {
    try {
      WorkbookRows.read(file);
    } catch (UnusableFileException e) {
      assertThat(e.fault().reason().name()).as(round).startsWith("FILE_");
    } catch (RuntimeException e) {
      throw new AssertionError(round, e);
    }
  }

  private static String unreadable(Path file) {
    Fault fault = WorkbookRows.fault(file);
    assertThat(fault.reason()).as(fault.detail()).isEqualTo(RejectReason.FILE_UNREADABLE);
    return fault.detail();
  }

  private static String tooLarge(Path file) {
    Fault fault = WorkbookRows.fault(file);
    assertThat(fault.reason()).as(fault.detail()).isEqualTo(RejectReason.FILE_TOO_LARGE);
    return fault.detail();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(directory.resolve("file.xlsx"), content);
  }

  private static String partOf(Path file, String path) throws IOException {
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(path)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void fill(OutputStream out, char c, int count) throws IOException {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) c);
    for (int written = 0; written < count; written += block.length) {
      out.write(block);
    }
  }

  private static void noise(OutputStream out, int count) throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      out.write('a' + random.nextInt(26));
    }
  }
}
