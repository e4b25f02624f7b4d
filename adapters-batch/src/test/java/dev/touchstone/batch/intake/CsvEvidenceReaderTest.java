package dev.touchstone.batch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.SourceRow;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvEvidenceReaderTest {

  private static final String HEADER = "partner_id,specialization,kind,from,to\n";
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path folder;

  @Test
  void readsUtf8WithAndWithoutByteOrderMark() throws Exception {
    String text = HEADER + "Città,a,b,c,d\n";

    assertThat(values(read(text.getBytes(UTF_8)))).containsExactly("Città");
    assertThat(values(read(("\uFEFF" + text).getBytes(UTF_8)))).containsExactly("Città");
  }

  @Test
  void readsWindows1252WhereItIsNoUtf8() throws Exception {
    assertThat(values(read((HEADER + "Città “€”,a,b,c,d\n").getBytes(WINDOWS))))
        .containsExactly("Città “€”");
  }

  @Test
  void marksAByteThatIsNoCharacter() throws Exception {
    byte[] bytes = (HEADER + "P?1,a,b,c,d\n").getBytes(WINDOWS);
    bytes[HEADER.length() + 1] = (byte) 0x81;

    assertThat(values(read(bytes))).containsExactly("P\0001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void countsLinesOfEveryKind(String lineEnd) throws Exception {
    String text = HEADER + "P-1,a,b,c,\n\n  \nP-2,\"two\nlines\",b,c,\n,,,,\nP-3,a,b,c,";
    List<SourceRow> rows = read(text.replace("\n", lineEnd).getBytes(UTF_8));

    assertThat(rows).extracting(row -> row.place().line()).containsExactly(2L, 5L, 7L, 8L);
  }

  @Test
  void losesNoRowAfterAQuotedFieldThatEndsInACarriageReturn() throws Exception {
    List<SourceRow> rows = read(HEADER + "P-1,a,b,c,\"d\r\"\nP-2,a,b,c,d\n");

    assertThat(values(rows)).containsExactly("P-1", "P-2");
    assertThat(rows.get(0).cells()).contains(new Cell.Text("d"));
  }

  @Test
  void countsEveryLineBreakWithinQuotes() throws Exception {
    List<SourceRow> rows = read(HEADER + "P-1,\"a\rb\nc\r\nd\n\re\",b,c,\nP-2,a,b,c,\n");

    assertThat(rows).extracting(row -> row.place().line()).containsExactly(2L, 8L);
  }

  @Test
  void takesAByteOrderMarkAtItsWord() throws Exception {
    byte[] bytes = ("\uFEFF" + HEADER + "Città,a,b,c,d\nP?1,a,b,c,d\n").getBytes(UTF_8);
    bytes[bytes.length - 11] = (byte) 0xE0;

    assertThat(values(read(bytes))).containsExactly("Città", "P\0001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void refusesOtherEncodings(String encoding) {
    assertThatExceptionOfType(UnusableFileException.class)
        .isThrownBy(() -> read((HEADER + "P-1,a,b,c,d\n").getBytes(Charset.forName(encoding))))
        .satisfies(e -> assertThat(e.fault().reason()).isEqualTo(RejectReason.FILE_UNREADABLE));
  }

  @Test
  void leavesNulOutsideTheHeaderToItsRow() throws Exception {
    assertThat(values(read(HEADER + "P\0001,a,b,c,d\nP-2,a,b,c,d\n")))
        .containsExactly("P\0001", "P-2");
  }

  @Test
  void takesQuotesInsideUnquotedFieldsAsTheyAre() throws Exception {
    assertThat(values(read(HEADER + "P\"1,a,b,c,d\nP-2,a,b,c,d\n"))).containsExactly("P\"1", "P-2");
  }

  @Test
  void givesAllRowsBeforeABrokenOne() throws Exception {
    Path file =
        Files.writeString(folder.resolve("file.csv"), HEADER + "P-1,a,b,c,\nP-2,\"a\"x,b,c,\n");
    try (CsvEvidenceReader reader = CsvEvidenceReader.open(file, EvidenceKind.ENROLLMENTS)) {
      assertThat(reader.next()).isNotNull();
      assertThatExceptionOfType(UnusableFileException.class)
          .isThrownBy(reader::next)
          .withMessageContaining("closing quote in the record that begins on line 3;");
    }
  }

  @Test
  void streamsManyRows() throws Exception {
    Path file = folder.resolve("file.csv");
    int rows = 200_000;
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write(HEADER);
      for (int i = 0; i < rows; i++) {
        writer.write("P-" + i + ",\"CRM\",TOOLKIT,2010-01-01,\n");
      }
    }
    long read = 0;
    long lastLine = 0;
    try (CsvEvidenceReader reader = CsvEvidenceReader.open(file, EvidenceKind.ENROLLMENTS)) {
      for (SourceRow row = reader.next(); row != null; row = reader.next()) {
        read++;
        lastLine = row.place().line();
      }
    }

    assertThat(read).isEqualTo(rows);
    assertThat(lastLine).isEqualTo(rows + 1);
  }

  @Test
  void tellsSemicolonsFromTheHeader() throws Exception {
    List<SourceRow> rows =
        read("to;\"from, or so\";KIND;Specialization ;partner_ID;from\n;x;b;a,a;P-1;c\n");

    assertThat(rows.get(0).cells())
        .containsExactly(
            new Cell.Text("P-1"),
            new Cell.Text("a,a"),
            new Cell.Text("b"),
            new Cell.Text("c"),
            null);
  }

  @Test
  void takesTheFirstOfAHeaderTwiceAndIgnoresUnknownOnes() throws Exception {
    List<SourceRow> rows =
        read("note,partner_id,partner_id,specialization,kind,from\nx,P-1,P-2,a,b,c,more,fields\n");

    assertThat(values(rows)).containsExactly("P-1");
  }

  @Test
  void takesFieldsThatARowLacksForAbsent() throws Exception {
    assertThat(read(HEADER + "P-1,a\n").get(0).cells())
        .containsExactly(new Cell.Text("P-1"), new Cell.Text("a"), null, null, null);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'' | FILE_NO_HEADER",
        "'\n \n' | FILE_NO_HEADER",
        "'P-1,CRM,TOOLKIT,2010-01-01\n' | FILE_NO_HEADER",
        "'partner_id,kind\nP-1,TOOLKIT\n' | FILE_MISSING_COLUMN",
        "'partner_id,specialization,kind,from\nP-1,\"CRM,a,b\n' | FILE_UNREADABLE",
        "'partner_id,specialization,kind,from\nP-1,\"C\"RM,a,b\n' | FILE_UNREADABLE",
        "'%PDF-1.4\n%x\n' | FILE_UNREADABLE",
        "'PK\u0003\u0004\u0000\u0000,;\n' | FILE_UNREADABLE"
      },
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true)
  void refusesFilesThatCannotBeUsed(String text, RejectReason reason) {
    assertThatExceptionOfType(UnusableFileException.class)
        .isThrownBy(() -> read(text))
        .satisfies(e -> assertThat(e.fault().reason()).isEqualTo(reason));
  }

  @Test
  void namesTheLineOfAnUnclosedQuote() {
    assertThatExceptionOfType(UnusableFileException.class)
        .isThrownBy(() -> read(HEADER + "P-1,a,b,c,\nP-2,\"a,b,c,\nP-3,a,b,c,\n"))
        .withMessageContaining("line 3");
  }

  @Test
  void refusesAValueWithoutEnd() {
    assertThatExceptionOfType(UnusableFileException.class)
        .isThrownBy(() -> read(HEADER + "P-1," + "x".repeat(17_000_000) + ",b,c,\n"))
        .satisfies(e -> assertThat(e.fault().reason()).isEqualTo(RejectReason.FILE_TOO_LARGE));
  }

  @Test
  void refusesARecordOfManyLongValuesOrFields() {
    for (String row : List.of(("x".repeat(1_000_000) + ",").repeat(18), ",".repeat(20_000))) {
      assertThatExceptionOfType(UnusableFileException.class)
          .isThrownBy(() -> read(HEADER + "P-1,a,b,c,\n" + row + "\n"))
          .withMessageContaining("line 3")
          .satisfies(e -> assertThat(e.fault().reason()).isEqualTo(RejectReason.FILE_TOO_LARGE));
    }
  }

  @Test
  void saysThatAFileIsGone() {
    assertThatExceptionOfType(UnusableFileException.class)
        .isThrownBy(
            () -> CsvEvidenceReader.open(folder.resolve("gone.csv"), EvidenceKind.ENROLLMENTS))
        .satisfies(e -> assertThat(e.fault().reason()).isEqualTo(RejectReason.FILE_UNREADABLE));
  }

  @Test
  void cutsValuesThatAreTooLongForAnyColumn() throws Exception {
    String value = values(read(HEADER + "x".repeat(1_000_000) + ",a,b,c,\n")).get(0);

    assertThat(value).hasSize(Cell.MAX_TEXT + 1);
  }

  private List<SourceRow> read(String text) throws Exception {
    return read(text.getBytes(UTF_8));
  }

  private List<SourceRow> read(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("file.csv"), bytes);
    List<SourceRow> rows = new ArrayList<>();
    try (CsvEvidenceReader reader = CsvEvidenceReader.open(file, EvidenceKind.ENROLLMENTS)) {
      for (SourceRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> values(List<SourceRow> rows) {
    return rows.stream().map(row -> ((Cell.Text) row.cells().get(0)).value()).toList();
  }
}
