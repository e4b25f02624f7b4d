package dev.touchstone.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceRow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRejectReportTest {

  @TempDir Path folder;

  @Test
  void givesRejectedRowsInFullUnderTheOriginalHeader() throws IOException {
    Path original = folder.resolve("original.csv");
    Files.writeString(
        original,
        "Note;Partner_Id;specialization;kind;from\nfine;P-1;CRM;TOOLKIT;x\n"
            + "=1+1;P-2;\"two\nlines\";TOOLKIT;31/06/2010\nfine;P-3;CRM;TOOLKIT;x\n");
    Path target = folder.resolve("report.csv");

    CsvRejectReport.write(original, List.of(rejected(3)).iterator(), target);

    assertThat(target)
        .content()
        .isEqualTo(
            "\uFEFFline;reason;detail;Note;Partner_Id;specialization;kind;from\n"
                + "3;BAD_DATE;from is no date;'=1+1;P-2;\"two\nlines\";TOOLKIT;31/06/2010\n");
  }

  @Test
  void writesAReportThatCanBeSentAgain() throws Exception {
    Path original = folder.resolve("original.csv");
    Files.writeString(
        original, "partner_id,specialization,kind,from\n-P1,CRM,'TOOLKIT,2010-06-31\n");
    Path target = folder.resolve("report.csv");

    CsvRejectReport.write(original, List.of(rejected(2)).iterator(), target);

    List<SourceRow> rows = new ArrayList<>();
    try (CsvEvidenceReader reader = CsvEvidenceReader.open(target, EvidenceKind.ENROLLMENTS)) {
      for (SourceRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).cells().subList(0, 3))
        .as("what keeps a spreadsheet from running text is taken back, what was there is not")
        .containsExactly(new Cell.Text("-P1"), new Cell.Text("CRM"), new Cell.Text("'TOOLKIT"));
  }

  @Test
  void givesEveryRejectedRowOnItsLine() throws IOException {
    Path original = folder.resolve("original.csv");
    Files.write(
        original,
        "partner_id,name\r\nP-1,Caffè\r\n\r\nP-2,Forlì,more\r\nP-3\r\n"
            .getBytes(Charset.forName("windows-1252")));
    Path target = folder.resolve("report.csv");

    CsvRejectReport.write(
        original, List.of(rejected(2), rejected(4), rejected(5)).iterator(), target);

    assertThat(target)
        .content()
        .isEqualTo(
            "\uFEFFline,reason,detail,partner_id,name\n"
                + "2,BAD_DATE,from is no date,P-1,Caffè\n"
                + "4,BAD_DATE,from is no date,P-2,Forlì,more\n"
                + "5,BAD_DATE,from is no date,P-3\n");
  }

  @Test
  void leavesNoReportOfAFileThatIsNotAsItWas() throws IOException {
    Path original = Files.writeString(folder.resolve("original.csv"), "partner_id\nP-1\n");
    Path target = folder.resolve("reports/report.csv");

    assertThatIOException()
        .isThrownBy(() -> CsvRejectReport.write(original, List.of(rejected(7)).iterator(), target))
        .withMessage("The file has no record on line 7 any more");

    try (Stream<Path> files = Files.list(target.getParent())) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void tellsPlacesWhereTheFileCannotBeGivenBack() throws IOException {
    Path target = folder.resolve("places.csv");
    RejectedRow whole =
        new RejectedRow(
            "enrollments/original.csv",
            null,
            "",
            new Fault(RejectReason.FILE_NO_HEADER, "The file is empty", List.of()));
    RejectedRow ofSheet =
        new RejectedRow(
            "surveys/alfa/a.xlsx",
            new RowPlace(1, "=Foglio", 12),
            "-1",
            Fault.in("date", RejectReason.BAD_DATE, "date is no date"));

    CsvRejectReport.writePlaces(List.of(whole, ofSheet, rejected(3)).iterator(), target);

    assertThat(target)
        .content()
        .isEqualTo(
            "\uFEFFsheet,line,key,reason,detail\n"
                + ",,,FILE_NO_HEADER,The file is empty\n"
                + "'=Foglio,12,'-1,BAD_DATE,date is no date\n"
                + ",3,P,BAD_DATE,from is no date\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u00A0=1", "\t=1", "\tx", "\rx", "\n-1"})
  void disarmsWhatASpreadsheetWouldRun(String text) throws IOException {
    assertThat(written(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-1", "a=b", "'=1", "", "è"})
  void leavesOtherTextAsItIs(String text) throws IOException {
    assertThat(written(text)).isEqualTo(text);
  }

  private String written(String text) throws IOException {
    Path target = folder.resolve("out.csv");
    try (CsvOutput output = CsvOutput.open(target, List.of("a", "b"))) {
      output.write(List.of(text, "x"));
      output.commit();
    }
    String record = Files.readString(target).substring("a,b\n".length());
    String field = record.substring(0, record.length() - ",x\n".length());
    return field.startsWith("\"") ? field.substring(1, field.length() - 1) : field;
  }

  @Test
  void leavesNothingWhereItCannotBeFinished() throws IOException {
    Path target = folder.resolve("out.csv");
    try (CsvOutput output = CsvOutput.open(target, List.of("a"))) {
      output.write(List.of("1"));
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void keepsTheOldFileUntilTheNewOneIsWhole() throws IOException {
    Path target = Files.writeString(folder.resolve("out.csv"), "old");
    try (CsvOutput output = CsvOutput.open(target, List.of("a"))) {
      output.write(List.of("1"));
      assertThat(target).content().isEqualTo("old");
      output.commit();
      assertThat(target).content().isEqualTo("a\n1\n");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  private static RejectedRow rejected(long line) {
    return new RejectedRow(
        "enrollments/original.csv",
        RowPlace.line(line),
        "P",
        Fault.in("from", RejectReason.BAD_DATE, "from is no date"));
  }
}
