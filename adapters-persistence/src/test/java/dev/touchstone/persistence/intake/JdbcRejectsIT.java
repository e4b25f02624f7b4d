package dev.touchstone.persistence.intake;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.application.intake.EvidenceKind.SURVEYS;
import static dev.touchstone.persistence.intake.IntakeFixture.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.port.out.IntakeReports.PlacedReject;
import dev.touchstone.application.intake.port.out.IntakeReports.RejectPlace;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JdbcRejectsIT {

  private IntakeFixture intake;
  private JdbcIntakeFiles files;
  private JdbcRejects rejects;
  private JdbcIntakeReports reports;

  @BeforeEach
  void emptyTables() {
    DataSource dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    files = new JdbcIntakeFiles(dataSource, new JdbcTransactionManager(dataSource));
    rejects = new JdbcRejects(dataSource);
    reports = new JdbcIntakeReports(dataSource);
  }

  @Test
  void sortsByFileThenSheetThenLine() {
    NightId night = intake.night("2010-10-30");
    IntakeFile lower = register(night, "surveys/acme/a.xlsx", 'a');
    IntakeFile upper = register(night, "surveys/acme/B.xlsx", 'b');
    IntakeFile broken = register(night, "surveys/acme/C.xlsx", 'c');
    merge(lower, bad(1, "First", 2), bad(0, "Second", 10), bad(0, "Second", 9));
    merge(upper, bad(0, "Only", 3));
    files.reject(broken, new Fault(RejectReason.FILE_UNREADABLE, "It is no workbook", List.of()));
    NightId next = intake.night("2010-10-31");
    intake.take(next, PARTNERS, unreadable(2, RejectReason.BAD_DATE));

    List<RejectedRow> rows = new ArrayList<>();
    rejects.forEachOn(night.businessDate(), rows::add);

    assertThat(rows)
        .extracting(row -> row.path() + " " + row.place())
        .containsExactly(
            "surveys/acme/B.xlsx " + new RowPlace(0, "Only", 3),
            "surveys/acme/C.xlsx null",
            "surveys/acme/a.xlsx " + new RowPlace(1, "First", 2),
            "surveys/acme/a.xlsx " + new RowPlace(0, "Second", 9),
            "surveys/acme/a.xlsx " + new RowPlace(0, "Second", 10));
  }

  @Test
  void reportsTheSameOfOneRunPartByPart() {
    NightId night = intake.night("2010-10-30");
    IntakeFile lower = register(night, "surveys/acme/a.xlsx", 'a');
    IntakeFile upper = register(night, "surveys/acme/B.xlsx", 'b');
    IntakeFile broken = register(night, "surveys/acme/C.xlsx", 'c');
    merge(lower, bad(1, "First", 2), bad(0, "Second", 10), bad(0, "Second", 9));
    merge(upper, bad(0, "Only", 3));
    files.reject(broken, new Fault(RejectReason.FILE_UNREADABLE, "It is no workbook", List.of()));

    List<RejectedRow> all = new ArrayList<>();
    rejects.forEachOn(night.businessDate(), all::add);
    List<RejectedRow> parts = new ArrayList<>();
    RejectPlace after = null;
    for (int i = 0; i < all.size(); i++) {
      PlacedReject next = reports.listRejects(night, after, 1).get(0);
      parts.add(next.row());
      after = next.place();
    }
    List<RejectedRow> streamed = new ArrayList<>();
    reports.forEachReject(night, streamed::add);

    assertThat(parts).isEqualTo(all).hasSize(5);
    assertThat(streamed).isEqualTo(all);
    assertThat(reports.listRejects(night, after, 1)).isEmpty();
    assertThat(reports.listFiles(night, IntakeFile.State.REJECTED, 0, 9))
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.file().id()).isEqualTo(broken.id());
              assertThat(report.fault())
                  .isEqualTo(
                      new Fault(RejectReason.FILE_UNREADABLE, "It is no workbook", List.of()));
            });
    assertThat(reports.listFiles(night, null, lower.id(), 1))
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.file().id()).isEqualTo(upper.id());
              assertThat(report.rowsRejected()).isEqualTo(1);
              assertThat(report.fault()).isNull();
            });
  }

  @Test
  void tellsOneFilesRejectsAsTheyWereRecorded() {
    NightId night = intake.night("2010-10-30");
    IntakeFile file = intake.stage(night, PARTNERS, unreadable(7, RejectReason.MISSING_VALUE));
    intake.merge(file);
    intake.take(night, PARTNERS, unreadable(8, RejectReason.MISSING_VALUE));

    List<RejectedRow> rows = new ArrayList<>();
    try (Stream<RejectedRow> stream = rejects.streamOf(file)) {
      stream.forEach(rows::add);
    }

    assertThat(rows)
        .containsExactly(
            new RejectedRow(
                file.file().path(),
                RowPlace.line(7),
                "a key",
                Fault.in("name", RejectReason.MISSING_VALUE, "name: something is wrong with it")));
  }

  private IntakeFile register(NightId night, String path, char content) {
    SourceFile file =
        new SourceFile(
            SURVEYS, new SurveyVendor("acme"), path, 10, String.valueOf(content).repeat(64));
    return files.register(new Delivery.Night(night), List.of(file)).get(0);
  }

  private void merge(IntakeFile file, ParsedRow... rows) {
    intake.add(file, rows);
    intake.merge(file);
  }

  private static ParsedRow bad(int sheetIndex, String sheet, long line) {
    Fault fault = Fault.in("date", RejectReason.BAD_DATE, "date: it is no date");
    return new ParsedRow(new RowPlace(sheetIndex, sheet, line), "k", null, fault);
  }
}
