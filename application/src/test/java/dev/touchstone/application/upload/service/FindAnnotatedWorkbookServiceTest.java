package dev.touchstone.application.upload.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadFigures;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.application.upload.port.in.FindAnnotatedWorkbookUseCase.FindAnnotatedWorkbookResult;
import dev.touchstone.domain.survey.SurveyVendor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FindAnnotatedWorkbookServiceTest {

  private final FilesInMemory files = new FilesInMemory();
  private final FindAnnotatedWorkbookService service = new FindAnnotatedWorkbookService(files);

  @ParameterizedTest
  @EnumSource(names = {"TAKEN", "CHECKED"})
  void findsThatOfAnUploadWithBadRows(UploadState state) {
    files.annotated.add(5L);

    assertThat(service.find(upload(state, 1)))
        .isEqualTo(new FindAnnotatedWorkbookResult.Found(Path.of("5")));
  }

  @Test
  void saysThatThereIsNothingToMark() {
    assertThat(reason(upload(UploadState.TAKEN, 0))).startsWith("All rows are good");
  }

  @Test
  void saysThatItCouldNotBeWritten() {
    assertThat(reason(upload(UploadState.TAKEN, 1))).contains("could not be written");
  }

  @ParameterizedTest
  @CsvSource({
    "RECEIVED, has not been read to its end",
    "RUNNING, has not been read to its end",
    "REPEATED, ask for that of upload 3",
    "REJECTED, cannot be used",
    "FAILED, could not be read"
  })
  void saysWhyThereIsNone(UploadState state, String why) {
    assertThat(reason(upload(state, 0))).contains(why);
  }

  @Test
  void saysThatFilesAreGoneOnceTheirTimeIsOver() {
    files.annotated.add(5L);

    assertThat(service.find(upload(UploadState.TAKEN, 1, FilesInMemory.FOLDER, Instant.EPOCH)))
        .isInstanceOfSatisfying(
            FindAnnotatedWorkbookResult.Gone.class,
            gone -> assertThat(gone.reason()).contains("deleted"));
    assertThat(reason(upload(UploadState.TAKEN, 0, FilesInMemory.FOLDER, Instant.EPOCH)))
        .startsWith("All rows are good");
  }

  @Test
  void saysThatAnotherServerHasTheFiles() {
    files.annotated.add(5L);

    assertThat(service.find(upload(UploadState.TAKEN, 1, "elsewhere", null)))
        .isInstanceOf(FindAnnotatedWorkbookResult.Elsewhere.class);
    assertThat(service.find(upload(UploadState.TAKEN, 1, null, null)))
        .as("from before folders had names")
        .isInstanceOf(FindAnnotatedWorkbookResult.Found.class);
  }

  private String reason(SurveyUpload upload) {
    return ((FindAnnotatedWorkbookResult.None) service.find(upload)).reason();
  }

  private static SurveyUpload upload(UploadState state, long rejected) {
    return upload(state, rejected, FilesInMemory.FOLDER, null);
  }

  private static SurveyUpload upload(
      UploadState state, long rejected, @Nullable String folder, @Nullable Instant filesGoneAt) {
    return new SurveyUpload(
        5,
        new UploadedWorkbook(
            new SurveyVendor("alfa"), "a.xlsx", 1, "a".repeat(64), LocalDate.EPOCH, false),
        Instant.EPOCH,
        state,
        state.hasEnded() ? Instant.EPOCH : null,
        state == UploadState.REPEATED ? 3L : null,
        null,
        state == UploadState.FAILED ? "It failed." : null,
        new UploadFigures(
            rejected,
            0,
            0,
            0,
            rejected,
            new TreeMap<>(rejected == 0 ? Map.of() : Map.of(RejectReason.BAD_DATE, rejected))),
        folder,
        filesGoneAt);
  }
}
