package dev.touchstone.persistence.upload;

import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.intake.IntakeFixture.response;
import static dev.touchstone.persistence.intake.IntakeFixture.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.port.out.EvidenceStore.MergeCounts;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import dev.touchstone.persistence.intake.JdbcIntakeFiles;
import dev.touchstone.persistence.intake.JdbcRejects;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A dry run counts what an upload in earnest would do, and does none of it. */
class DryRunIT {

  private static final SurveyVendor ALFA = new SurveyVendor("alfa");
  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);

  private static final ParsedRow[] ROWS = {
    at(2, response("R-1", "P-1", 8)),
    at(3, response("R-2", "P-1", 3)),
    at(4, response("R-3", "P-1", 9)),
    at(5, response("R-3", "P-1", 9)),
    at(6, response("R-3", "P-1", 1)),
    at(7, response("R-4", "P-9", 9)),
    unreadable(8, RejectReason.BAD_NUMBER)
  };

  private DataSource dataSource;
  private IntakeFixture intake;
  private JdbcIntakeFiles files;
  private int uploads;

  @BeforeEach
  void takeANightBefore() {
    dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    files = new JdbcIntakeFiles(dataSource, new JdbcTransactionManager(dataSource));
    intake.take(intake.night("2010-11-14"), EvidenceKind.PARTNERS, at(2, partner("P-1")));
    intake.takeSurvey(
        intake.night("2010-11-13"),
        "alfa",
        at(2, response("R-1", "P-1", 8)),
        at(3, response("R-2", "P-1", 7)));
  }

  @Test
  void countsWhatAnUploadInEarnestDoes() {
    IntakeFile dryRun = upload(true);
    IntakeFile inEarnest = upload(false);

    MergeCounts counted = merge(dryRun);

    assertThat(counted).isEqualTo(new MergeCounts(7, 1, 1, 2, 3));
    assertThat(merge(inEarnest)).isEqualTo(counted);
    assertThat(reasonsOf(dryRun))
        .containsExactly("6 DUPLICATE_KEY", "7 UNKNOWN_PARTNER", "8 BAD_NUMBER")
        .isEqualTo(reasonsOf(inEarnest));
  }

  @Test
  void leavesTheEvidenceAsItWasAndNothingStaged() {
    List<String> before = evidence();
    IntakeFile dryRun = upload(true);

    merge(dryRun);

    assertThat(evidence()).isEqualTo(before);
    assertThat(count("survey_response_stage")).isZero();
    assertThat(files.list(dryRun.delivery()))
        .extracting(IntakeFile::state)
        .containsExactly(IntakeFile.State.CHECKED);
  }

  @Test
  void anUploadInEarnestBringsEvidenceOfItsBusinessDate() {
    List<String> before = evidence();

    merge(upload(false));

    assertThat(evidence()).hasSize(before.size() + 2);
    assertThat(evidence()).anyMatch(row -> row.startsWith("R-3 9 2010-11-15"));
  }

  @Test
  void whatUploadsRejectIsNoNightsReject() {
    merge(upload(false));

    assertThat(intake.listRejects(new NightId(DAY, 1))).isEmpty();
  }

  @Test
  void aNightReadsWhatAnUploadHasTaken() {
    IntakeFile uploaded = upload(false);
    merge(uploaded);

    IntakeFile ofNight =
        files
            .register(new Delivery.Night(intake.night(DAY.toString())), List.of(uploaded.file()))
            .get(0);

    assertThat(ofNight.state()).isEqualTo(IntakeFile.State.REGISTERED);
    assertThat(ofNight.id()).isNotEqualTo(uploaded.id());
  }

  @Test
  void findsItsFileAgainWhenTheUploadIsResumed() {
    IntakeFile file = upload(false);

    assertThat(files.register(file.delivery(), List.of(file.file()))).containsExactly(file);
    assertThat(files.listPending(file.delivery(), EvidenceKind.SURVEYS)).containsExactly(file);
  }

  private MergeCounts merge(IntakeFile file) {
    intake.add(file, ROWS);
    return intake.merge(file);
  }

  private IntakeFile upload(boolean dryRun) {
    uploads++;
    String sha256 = String.format("%064d", uploads);
    SurveyUpload upload =
        new TransactionTemplate(new JdbcTransactionManager(dataSource))
            .execute(
                status ->
                    new JdbcSurveyUploads(dataSource)
                        .add(
                            new UploadedWorkbook(ALFA, "a.xlsx", 1, sha256, DAY, dryRun),
                            "here",
                            Instant.EPOCH));
    SourceFile file = new SourceFile(EvidenceKind.SURVEYS, ALFA, "workbook.xlsx", 1, sha256);
    return files.register(upload.delivery(), List.of(file)).get(0);
  }

  private List<String> reasonsOf(IntakeFile file) {
    try (Stream<RejectedRow> rows = new JdbcRejects(dataSource).streamOf(file)) {
      return rows.map(row -> row.place().line() + " " + row.fault().reason()).toList();
    }
  }

  private List<String> evidence() {
    return JdbcClient.create(dataSource)
        .sql(
            """
            SELECT concat_ws(' ', response_id, satisfaction, business_date, superseded_at)
            FROM survey_response ORDER BY version_id
            """)
        .query(String.class)
        .list();
  }

  private long count(String table) {
    return JdbcClient.create(dataSource)
        .sql("SELECT count(*) FROM " + table)
        .query(Long.class)
        .single();
  }
}
