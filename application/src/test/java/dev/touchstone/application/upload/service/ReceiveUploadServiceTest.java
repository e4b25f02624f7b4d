package dev.touchstone.application.upload.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.upload.Arrival;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.SurveyUploadsInMemory;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.port.in.ReceiveUploadUseCase.ReceiveUploadCommand;
import dev.touchstone.application.upload.port.in.ReceiveUploadUseCase.ReceiveUploadResult;
import dev.touchstone.domain.survey.SurveyVendor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiveUploadServiceTest {

  private static final SurveyVendor ALFA = new SurveyVendor("alfa");
  private static final Actor ACTOR = new Actor("alfa-1", "VENDOR", "192.0.2.7");
  private static final String DIGEST = "a".repeat(64);

  /** Already the next day in Rome. */
  private static final Instant NOW = Instant.parse("2010-11-14T23:30:00Z");

  private final ChangesInMemory changes = new ChangesInMemory();
  private final SurveyUploadsInMemory uploads = new SurveyUploadsInMemory();
  private final FilesInMemory files = new FilesInMemory();
  private final List<Long> queue = new ArrayList<>();
  private final ReceiveUploadService service =
      new ReceiveUploadService(
          changes, changes, uploads, files, queue::add, Clock.fixed(NOW, ZoneId.of("Europe/Rome")));

  @Test
  void recordsKeepsAndQueuesAWorkbook() {
    SurveyUpload upload = receive(false);

    assertThat(upload.state()).isEqualTo(UploadState.RECEIVED);
    assertThat(upload.workbook().businessDate()).isEqualTo(LocalDate.of(2010, 11, 15));
    assertThat(upload.workbook().fileName()).isEqualTo("survey.xlsx");
    assertThat(files.kept).containsOnlyKeys(upload.id());
    assertThat(queue).containsExactly(upload.id());
    assertThat(changes.entries)
        .containsExactly(
            "UPLOAD_SURVEY_WORKBOOK survey-upload/1: vendor alfa, 42 bytes, SHA-256 " + DIGEST);
  }

  @Test
  void saysWhatARepeatedOneRepeatsAndDoesNothingWithIt() {
    SurveyUpload first = receive(false);
    SurveyUpload second = receive(false);

    assertThat(second.state()).isEqualTo(UploadState.REPEATED);
    assertThat(second.repeats()).isEqualTo(first.id());
    assertThat(files.kept).containsOnlyKeys(first.id());
    assertThat(queue).containsExactly(first.id());
    assertThat(changes.entries).hasSize(2);
    assertThat(changes.entries.get(1)).endsWith("repeats 1");
  }

  @Test
  void tellsADryRunFromAnUploadInTheLog() {
    SurveyUpload upload = receive(true);

    assertThat(upload.workbook().dryRun()).isTrue();
    assertThat(queue).containsExactly(upload.id());
    assertThat(changes.entries.get(0)).startsWith("CHECK_SURVEY_WORKBOOK survey-upload/1");
  }

  @Test
  void recordsNothingOfAFileThatIsNoArchive() {
    ReceiveUploadResult result =
        service.receive(
            new ReceiveUploadCommand(ACTOR, ALFA, "survey.xlsx", false, arrival(false)));

    assertThat(result)
        .isEqualTo(
            new ReceiveUploadResult.NoWorkbook(
                "The file is no workbook; send one saved as .xlsx."));
    assertThat(uploads.listIds()).isEmpty();
    assertThat(changes.entries).isEmpty();
  }

  @Test
  void keepsNoFileWhoseRecordDoesNotComeToLast() {
    changes.beforeCommit =
        () -> {
          uploads.forget(1);
          throw new IllegalStateException("The database is away");
        };

    assertThatIllegalStateException()
        .isThrownBy(() -> receive(false))
        .withMessage("The database is away");

    assertThat(files.kept).isEmpty();
    assertThat(queue).isEmpty();
  }

  @Test
  void keepsTheFileWhereTheCommitLastedThoughNobodySaidSo() {
    changes.beforeCommit =
        () -> {
          throw new IllegalStateException("The connection is gone");
        };

    assertThatIllegalStateException().isThrownBy(() -> receive(false));

    assertThat(files.kept).containsOnlyKeys(1L);
  }

  private SurveyUpload receive(boolean dryRun) {
    ReceiveUploadResult result =
        service.receive(
            new ReceiveUploadCommand(ACTOR, ALFA, "c:\\x\\survey.xlsx", dryRun, arrival(true)));
    return ((ReceiveUploadResult.Received) result).upload();
  }

  private static Arrival arrival(boolean zip) {
    return new Arrival(Path.of("incoming"), 42, DIGEST, zip);
  }
}
