package dev.touchstone.persistence.upload;

import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.intake.IntakeFixture.response;
import static dev.touchstone.persistence.intake.IntakeFixture.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.SurveyUploadsContract;
import dev.touchstone.application.upload.UploadFigures;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import dev.touchstone.persistence.intake.JdbcIntakeFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcSurveyUploadsIT extends SurveyUploadsContract {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
  private static final Instant NOW = Instant.parse("2010-11-15T10:00:00Z");

  private DataSource dataSource;
  private JdbcSurveyUploads uploads;
  private TransactionTemplate transaction;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    uploads = new JdbcSurveyUploads(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @Override
  protected SurveyUploads uploads() {
    return uploads;
  }

  @Override
  protected SurveyUpload add(UploadedWorkbook workbook, String folder, Instant receivedAt) {
    return transaction.execute(status -> uploads.add(workbook, folder, receivedAt));
  }

  @Test
  void takesOneOfSeveralWithTheSameContentAtOnce() throws Exception {
    List<SurveyUpload> added = addAtOnce(40);

    List<SurveyUpload> received =
        added.stream().filter(upload -> upload.state() == UploadState.RECEIVED).toList();
    assertThat(received).hasSize(1);
    assertThat(added)
        .filteredOn(upload -> upload.state() == UploadState.REPEATED)
        .hasSize(39)
        .extracting(SurveyUpload::repeats)
        .containsOnly(received.get(0).id());
  }

  private List<SurveyUpload> addAtOnce(int number) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<SurveyUpload>> tasks = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        tasks.add(() -> add(workbook(false), NOW));
      }
      List<SurveyUpload> added = new ArrayList<>();
      for (Future<SurveyUpload> future : threads.invokeAll(tasks)) {
        added.add(future.get());
      }
      return added;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void tellsHowManyRowsWereReadSoFarAndWhatBecameOfThem() {
    IntakeFixture intake = new IntakeFixture(dataSource);
    intake.take(intake.night("2010-11-14"), EvidenceKind.PARTNERS, at(2, partner("P-1")));
    SurveyUpload upload = add(workbook(false), NOW);
    uploads.begin(upload.id());
    IntakeFile file = register(upload);

    intake.add(file, at(2, response("R-1", "P-1", 8)), at(3, response("R-2", "P-9", 8)));
    assertThat(uploads.getUpload(upload.id()).figures().read()).isEqualTo(2);

    intake.add(file, unreadable(4, RejectReason.BAD_DATE), unreadable(5, RejectReason.BAD_DATE));
    intake.merge(file);
    uploads.end(upload.id(), UploadState.TAKEN, NOW);

    assertThat(uploads.getUpload(upload.id()).figures())
        .isEqualTo(
            new UploadFigures(
                4,
                1,
                0,
                0,
                3,
                new TreeMap<>(
                    Map.of(RejectReason.BAD_DATE, 2L, RejectReason.UNKNOWN_PARTNER, 1L))));
    assertThat(uploads.getUpload(upload.id()).fault()).isNull();
    assertThat(uploads.countBytesKept(ALFA, FOLDER))
        .as("with the annotated one")
        .isEqualTo(2 * 4_711);
  }

  @Test
  void countsRejectsOnceWhenTheUploadEnds() {
    IntakeFixture intake = new IntakeFixture(dataSource);
    SurveyUpload upload = add(workbook(false), NOW);
    uploads.begin(upload.id());
    IntakeFile file = register(upload);
    intake.add(file, unreadable(2, RejectReason.BAD_DATE));
    intake.merge(file);
    uploads.end(upload.id(), UploadState.TAKEN, NOW);

    client().sql("DELETE FROM rejected_row").update();

    assertThat(uploads.getUpload(upload.id()).figures().rejectedByReason())
        .containsExactly(Map.entry(RejectReason.BAD_DATE, 1L));
  }

  @Test
  void givesTheFirstServerTheUploadsFromBeforeFoldersHadNames() {
    SurveyUpload upload = add(workbook(false), NOW);
    client().sql("UPDATE survey_upload SET folder = NULL").update();
    SurveyUpload repeated = add(workbook(false), NOW);
    assertThat(uploads.listOpen("first")).isEmpty();

    uploads.adopt("first");
    uploads.adopt("second");

    assertThat(uploads.listOpen("first")).containsExactly(upload.id());
    assertThat(uploads.listOpen("second")).isEmpty();
    assertThat(uploads.getUpload(repeated.id()).folder()).as("it has no files").isNull();
  }

  private JdbcClient client() {
    return JdbcClient.create(dataSource);
  }

  @Test
  void tellsWhyAFileCannotBeUsed() {
    SurveyUpload upload = add(workbook(true), NOW);
    uploads.begin(upload.id());
    Fault encrypted =
        new Fault(RejectReason.FILE_UNREADABLE, "It is encrypted; save it openly", List.of());

    new JdbcIntakeFiles(dataSource, new JdbcTransactionManager(dataSource))
        .reject(register(upload), encrypted);
    uploads.end(upload.id(), UploadState.REJECTED, NOW);

    SurveyUpload rejected = uploads.getUpload(upload.id());
    assertThat(rejected.fault()).isEqualTo(encrypted);
    assertThat(rejected.figures().rejectedByReason()).as("counts rows").isEmpty();
  }

  private IntakeFile register(SurveyUpload upload) {
    UploadedWorkbook workbook = upload.workbook();
    return new JdbcIntakeFiles(dataSource, new JdbcTransactionManager(dataSource))
        .register(
            upload.delivery(),
            List.of(
                new SourceFile(
                    EvidenceKind.SURVEYS,
                    workbook.vendor(),
                    "workbook.xlsx",
                    workbook.bytes(),
                    workbook.sha256())))
        .get(0);
  }

  private static UploadedWorkbook workbook(boolean dryRun) {
    return new UploadedWorkbook(ALFA, "a.xlsx", 4_711, "a".repeat(64), DAY, dryRun);
  }
}
