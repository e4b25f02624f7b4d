package dev.touchstone.application.upload.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.upload.Arrival;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.SurveyUploadsInMemory;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.domain.survey.SurveyVendor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettleUploadServiceTest {

  private static final Instant NOW = Instant.parse("2010-11-15T10:00:00Z");
  private static final SurveyVendor ALFA = new SurveyVendor("alfa");

  private final SurveyUploadsInMemory uploads = new SurveyUploadsInMemory();
  private final FilesInMemory files = new FilesInMemory();
  private final OneFile intake = new OneFile();
  private final SettleUploadService service =
      new SettleUploadService(
          new ChangesInMemory(), uploads, intake, intake, files, Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void runAnUpload() {
    uploads.add(
        new UploadedWorkbook(ALFA, "a.xlsx", 1, "a".repeat(64), LocalDate.EPOCH, false),
        FilesInMemory.FOLDER,
        Instant.EPOCH);
    files.keep(1, uploads.recordName(), new Arrival(Path.of("incoming"), 1, "a".repeat(64), true));
    uploads.begin(1);
  }

  @ParameterizedTest
  @CsvSource({"MERGED, TAKEN, true", "CHECKED, CHECKED, false", "REJECTED, REJECTED, false"})
  void endsByWhatBecameOfTheFile(IntakeFile.State file, UploadState ended, boolean kept) {
    intake.state = file;

    service.settle(1);

    assertThat(uploads.getUpload(1).state()).isEqualTo(ended);
    assertThat(uploads.getUpload(1).endedAt()).isEqualTo(NOW);
    assertThat(files.kept.containsKey(1L)).isEqualTo(kept);
    assertThat(intake.cleared).isEmpty();
  }

  @Test
  void failsWhereTheFileWasNotReadToItsEndAndForgetsWhatWasStaged() {
    intake.state = IntakeFile.State.REGISTERED;

    service.settle(1);

    SurveyUpload failed = uploads.getUpload(1);
    assertThat(failed.state()).isEqualTo(UploadState.FAILED);
    assertThat(failed.failure()).contains("nothing of it was taken").contains("Upload it again");
    assertThat(intake.cleared).containsExactly(7L);
    assertThat(files.kept).isEmpty();
  }

  @Test
  void failsWhereTheFileIsGone() {
    intake.state = IntakeFile.State.UNREAD;

    service.settle(1);

    assertThat(uploads.getUpload(1).failure()).contains("no longer on the server's disk");
  }

  @Test
  void failsWhereTheIntakeNeverHeardOfTheFile() {
    service.settle(1);

    assertThat(uploads.getUpload(1).state()).isEqualTo(UploadState.FAILED);
    assertThat(files.kept).isEmpty();
  }
}
