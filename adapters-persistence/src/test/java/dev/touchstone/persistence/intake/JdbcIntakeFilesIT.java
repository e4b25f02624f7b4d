package dev.touchstone.persistence.intake;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.application.intake.EvidenceKind.REFERENCES;
import static dev.touchstone.application.intake.EvidenceKind.SURVEYS;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.IntakeFile.State;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JdbcIntakeFilesIT {

  private static final Fault UNREADABLE =
      new Fault(RejectReason.FILE_UNREADABLE, "It is no workbook", List.of());

  private DataSource dataSource;
  private IntakeFixture intake;
  private JdbcIntakeFiles files;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    files = new JdbcIntakeFiles(dataSource, new JdbcTransactionManager(dataSource));
  }

  @Test
  void registersFilesInTheGivenOrder() {
    NightId night = intake.night("2010-10-30");
    SourceFile b = file(PARTNERS, null, "partners/b.csv", 'b');
    SourceFile a = file(PARTNERS, null, "partners/a.csv", 'a');
    SourceFile survey = file(SURVEYS, "acme", "surveys/acme/a.xlsx", 'a');

    List<IntakeFile> registered = files.register(of(night), List.of(b, a, survey));

    assertThat(registered).extracting(IntakeFile::file).containsExactly(b, a, survey);
    assertThat(registered).extracting(IntakeFile::state).containsOnly(State.REGISTERED);
    assertThat(registered).extracting(IntakeFile::delivery).containsOnly(of(night));
    assertThat(files.list(of(night))).isEqualTo(registered);
    assertThat(files.listPending(of(night), PARTNERS)).isEqualTo(registered.subList(0, 2));
    assertThat(files.listPending(of(night), REFERENCES)).isEmpty();
  }

  @Test
  void takesTheSameContentOnce() {
    NightId night = intake.night("2010-10-30");
    List<IntakeFile> registered =
        files.register(
            of(night),
            List.of(
                file(SURVEYS, "acme", "surveys/acme/1.xlsx", 'a'),
                file(SURVEYS, "acme", "surveys/acme/2.xlsx", 'a'),
                file(SURVEYS, "beta", "surveys/beta/1.xlsx", 'a'),
                file(PARTNERS, null, "partners/1.csv", 'a'),
                file(PARTNERS, null, "partners/2.csv", 'a')));

    assertThat(registered)
        .extracting(IntakeFile::state)
        .containsExactly(
            State.REGISTERED, State.REPEATED, State.REGISTERED, State.REGISTERED, State.REPEATED);
    assertThat(files.listPending(of(night), SURVEYS)).hasSize(2);
  }

  @Test
  void findsItsFilesAgainWhenTheNightIsResumed() {
    NightId night = intake.night("2010-10-30");
    SourceFile one = file(PARTNERS, null, "partners/1.csv", 'a');
    SourceFile copy = file(PARTNERS, null, "partners/2.csv", 'a');
    SourceFile late = file(PARTNERS, null, "partners/0.csv", 'a');
    SourceFile changed = file(PARTNERS, null, "partners/1.csv", 'c');
    List<IntakeFile> before = files.register(of(night), List.of(one, copy));

    List<IntakeFile> after = files.register(of(night), List.of(late, one, changed, copy));

    assertThat(after.get(0).state()).isEqualTo(State.REPEATED);
    assertThat(after.get(1)).isEqualTo(before.get(0));
    assertThat(after.get(2).state()).isEqualTo(State.REGISTERED);
    assertThat(after.get(2).id()).isNotEqualTo(before.get(0).id());
    assertThat(after.get(3)).isEqualTo(before.get(1));
    assertThat(files.list(of(night))).hasSize(4);
  }

  @Test
  void repeatsWhatAnEarlierRunOfTheDateTook() {
    NightId night = intake.night("2010-10-30");
    IntakeFile merged =
        files.register(of(night), List.of(file(PARTNERS, null, "partners/1.csv", 'a'))).get(0);
    intake.add(merged, at(2, partner("P-1")));
    intake.merge(merged);
    IntakeFile rejected =
        files
            .register(of(night), List.of(file(SURVEYS, "acme", "surveys/acme/1.xlsx", 'b')))
            .get(0);
    files.reject(rejected, UNREADABLE);
    files.register(of(night), List.of(file(REFERENCES, null, "references/1.csv", 'c')));
    NightId again = intake.run("2010-10-30", 2);
    NightId next = intake.night("2010-10-31");
    List<SourceFile> found =
        List.of(
            file(PARTNERS, null, "partners/1.csv", 'a'),
            file(SURVEYS, "acme", "surveys/acme/2.xlsx", 'b'),
            file(REFERENCES, null, "references/1.csv", 'c'));

    assertThat(files.register(of(again), found))
        .extracting(IntakeFile::state)
        .containsExactly(State.REPEATED, State.REPEATED, State.REGISTERED);
    assertThat(files.register(of(next), found))
        .extracting(IntakeFile::state)
        .containsOnly(State.REGISTERED);
  }

  @Test
  void tellsMergedFilesFromPendingOnes() {
    NightId night = intake.night("2010-10-30");
    intake.take(night, PARTNERS, at(2, partner("P-1")));

    assertThat(files.listPending(of(night), PARTNERS)).isEmpty();
    assertThat(files.list(of(night))).extracting(IntakeFile::state).containsExactly(State.MERGED);
  }

  @Test
  void doesNotCountAFileThatNobodyReadAsTaken() {
    NightId night = intake.night("2010-10-30");
    IntakeFile gone = intake.stage(night, PARTNERS, at(2, partner("P-1")));
    files.rejectUnread(gone, UNREADABLE);

    assertThat(files.list(of(night))).extracting(IntakeFile::state).containsExactly(State.UNREAD);
    assertThat(intake.listRejects(night))
        .containsExactly(new RejectedRow(gone.file().path(), null, "", UNREADABLE));
    assertThat(files.register(of(intake.run("2010-10-30", 2)), List.of(gone.file())))
        .extracting(IntakeFile::state)
        .containsExactly(State.REGISTERED);
  }

  @Test
  void rejectsAFileWholeAndForgetsItsStagedRows() {
    NightId night = intake.night("2010-10-30");
    IntakeFile file = intake.stage(night, PARTNERS, at(2, partner("P-1")));
    files.reject(file, UNREADABLE);

    assertThat(files.list(of(night))).extracting(IntakeFile::state).containsExactly(State.REJECTED);
    assertThat(intake.listRejects(night))
        .containsExactly(new RejectedRow(file.file().path(), null, "", UNREADABLE));
    assertThat(
            JdbcClient.create(dataSource)
                .sql("SELECT count(*) FROM partner_stage")
                .query(Long.class)
                .single())
        .isZero();
    assertThatThrownBy(() -> files.reject(file, UNREADABLE))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Delivery of(NightId night) {
    return new Delivery.Night(night);
  }

  private static SourceFile file(EvidenceKind kind, String vendor, String path, char content) {
    return new SourceFile(
        kind,
        vendor == null ? null : new SurveyVendor(vendor),
        path,
        10,
        String.valueOf(content).repeat(64));
  }
}
