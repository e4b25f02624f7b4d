package dev.touchstone.application.upload.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.SurveyUploadsInMemory;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.application.upload.port.in.AbandonUploadUseCase;
import dev.touchstone.application.upload.port.in.AbandonUploadUseCase.AbandonUploadCommand;
import dev.touchstone.application.upload.port.in.AbandonUploadUseCase.AbandonUploadResult;
import dev.touchstone.domain.survey.SurveyVendor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AbandonUploadServiceTest {

  private static final Instant NOW = Instant.parse("2010-11-15T10:00:00Z");
  private static final Actor ACTOR = new Actor("anna", "PROGRAM", "192.0.2.7");

  private final ChangesInMemory changes = new ChangesInMemory();
  private final SurveyUploadsInMemory uploads = new SurveyUploadsInMemory();
  private final FilesInMemory files = new FilesInMemory();
  private final OneFile intake = new OneFile();
  private boolean read;
  private final AbandonUploadService service =
      new AbandonUploadService(
          changes,
          changes,
          uploads,
          files,
          upload -> read ? Optional.empty() : Optional.of(() -> {}),
          intake,
          intake,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void endsAnUploadOfALostFolderInTheLogToo() {
    long lost = receive("lost");

    AbandonUploadResult result = abandon(lost);

    SurveyUpload upload = uploads.getUpload(lost);
    assertThat(result).isEqualTo(new AbandonUploadUseCase.Abandoned(upload));
    assertThat(upload.state()).isEqualTo(UploadState.FAILED);
    assertThat(upload.endedAt()).isEqualTo(NOW);
    assertThat(upload.failure()).contains("nothing of it was taken").contains("Upload it again");
    assertThat(changes.entries)
        .containsExactly(
            "ABANDON_SURVEY_UPLOAD survey-upload/1: vendor alfa, in folder lost, ended as FAILED");
  }

  @Test
  void forgetsWhatWasStagedOfOneBrokenOff() {
    long lost = receive("lost");
    uploads.begin(lost);
    intake.state = IntakeFile.State.REGISTERED;

    abandon(lost);

    assertThat(uploads.getUpload(lost).state()).isEqualTo(UploadState.FAILED);
    assertThat(intake.cleared).hasSize(1);
  }

  @Test
  void doesNotSayThatNothingWasTakenOfWhatWasMerged() {
    long lost = receive("lost");
    uploads.begin(lost);
    intake.state = IntakeFile.State.MERGED;

    abandon(lost);

    assertThat(uploads.getUpload(lost).state()).isEqualTo(UploadState.TAKEN);
    assertThat(changes.entries.get(0)).endsWith("ended as TAKEN");
  }

  @Test
  void leavesWhatThisServerReadsOrAnotherOneIsReadingOrWhatHasEnded() {
    long here = receive(FilesInMemory.FOLDER);
    assertThat(reasonAgainst(here)).contains("lies on this server");
    uploads.fail(here, "It failed.", Instant.EPOCH);
    assertThat(reasonAgainst(here)).contains("ended already, as FAILED");

    long elsewhere = receive("elsewhere");
    read = true;
    assertThat(reasonAgainst(elsewhere)).contains("is reading the workbook");
    assertThat(uploads.getUpload(elsewhere).state()).isEqualTo(UploadState.RECEIVED);
    assertThat(abandon(99)).isEqualTo(new AbandonUploadUseCase.Unknown());
    assertThat(changes.entries).isEmpty();
  }

  private String reasonAgainst(long upload) {
    return ((AbandonUploadUseCase.Refused) abandon(upload)).reason();
  }

  private AbandonUploadResult abandon(long upload) {
    return service.abandon(new AbandonUploadCommand(ACTOR, upload));
  }

  private long receive(String folder) {
    return uploads
        .add(
            new UploadedWorkbook(
                new SurveyVendor("alfa"), "a.xlsx", 1, "a".repeat(64), LocalDate.EPOCH, false),
            folder,
            Instant.EPOCH)
        .id();
  }
}
