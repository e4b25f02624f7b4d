package dev.touchstone.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceRow;
import java.io.IOException;
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
        original, "partner_id,specialization,kind,from\nP-1,CRM,TOOLKIT,2010-06-31\n");
    Path target = folder.resolve("report.csv");

    CsvRejectReport.write(original, List.of(rejected(2)).iterator(), target);

    List<SourceRow> rows = new ArrayList<>();
    try (CsvEvidenceReader reader = CsvEvidenceReader.open(target, EvidenceKind.ENROLLMENTS)) {
      for (SourceRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    assertThat(rows).hasSize(1);
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

  private static RejectedRow rejected(long line) {
    return new RejectedRow(
        "enrollments/original.csv",
        RowPlace.line(line),
        "P",
        Fault.in("from", RejectReason.BAD_DATE, "from is no date"));
  }
}
