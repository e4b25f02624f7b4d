package dev.touchstone.application.upload.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.touchstone.application.upload.Arrival;
import dev.touchstone.application.upload.SurveyUploadsInMemory;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.application.upload.port.in.ExpireUploadsUseCase.ExpireUploadsResult;
import dev.touchstone.domain.survey.SurveyVendor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpireUploadsServiceTest {

  private static final Instant NOW = Instant.parse("2011-02-15T10:00:00Z");
  private static final Duration KEPT = Duration.ofDays(90);

  private final SurveyUploadsInMemory uploads = new SurveyUploadsInMemory();
  private final FilesInMemory files = new FilesInMemory();

  @Test
  void givesUpFilesOnceTheirTimeIsOverAndOnlyOnce() {
    long old = end(FilesInMemory.FOLDER, NOW.minus(KEPT).minusSeconds(1));
    long recent = end(FilesInMemory.FOLDER, NOW.minus(KEPT));
    long elsewhere = end("elsewhere", Instant.EPOCH);

    service(KEPT).expire();
    service(KEPT).expire();

    assertThat(files.done).containsExactly("expire " + old + " of 2010-11-15");
    assertThat(uploads.getUpload(old).filesGoneAt()).isEqualTo(NOW);
    assertThat(uploads.getUpload(old).state()).isEqualTo(UploadState.TAKEN);
    assertThat(uploads.getUpload(recent).filesGoneAt()).isNull();
    assertThat(uploads.getUpload(elsewhere).filesGoneAt()).isNull();
  }

  @Test
  void givesUpTheOthersWhereOneCannotBe() {
    List<Long> broken = new ArrayList<>();
    for (int i = 0; i < ExpireUploadsService.AT_A_TIME; i++) {
      broken.add(end(FilesInMemory.FOLDER, Instant.EPOCH));
    }
    files.broken.addAll(broken);
    long behind = end(FilesInMemory.FOLDER, Instant.EPOCH.plusSeconds(1));

    ExpireUploadsResult result = service(KEPT).expire();

    assertThat(result.failures()).extracting("upload").containsExactlyElementsOf(broken);
    assertThat(result.failures().get(0).cause()).hasMessageContaining("stay");
    assertThat(uploads.getUpload(behind).filesGoneAt()).isEqualTo(NOW);
    assertThat(uploads.getUpload(broken.get(0)).filesGoneAt()).isNull();
  }

  @Test
  void archivesNothingThatNoEvidenceCameFrom() {
    long failed = add(FilesInMemory.FOLDER);
    files.keep(failed, uploads.recordName(), arrival());
    uploads.fail(failed, "Its folder was away.", Instant.EPOCH);

    service(KEPT).expire();

    assertThat(files.kept).isEmpty();
    assertThat(uploads.getUpload(failed).filesGoneAt()).isEqualTo(NOW);
  }

  @Test
  void removesFilesOfUploadsThatNeverCameToLastAndNoOtherRecords() {
    long known = add(FilesInMemory.FOLDER);
    files.keep(known, uploads.recordName(), arrival());
    files.keep(98, "another", arrival());
    files.keep(99, uploads.recordName(), arrival());

    ExpireUploadsResult result = service(KEPT).expire();

    assertThat(result.orphans()).containsExactly(99L);
    assertThat(files.kept).containsOnlyKeys(known, 98L);
  }

  private static Arrival arrival() {
    return new Arrival(Path.of("incoming"), 1, "a".repeat(64), true);
  }

  @Test
  void refusesToKeepFilesForLessThanNoTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service(Duration.ofDays(-1)))
        .withMessageContaining("touchstone.upload.keep-files");
  }

  private ExpireUploadsService service(Duration kept) {
    return new ExpireUploadsService(uploads, files, kept, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private long end(String folder, Instant at) {
    long id = add(folder);
    uploads.end(id, UploadState.TAKEN, at);
    return id;
  }

  private long add(String folder) {
    String content = String.format("%064d", uploads.listIds().size());
    return uploads
        .add(
            new UploadedWorkbook(
                new SurveyVendor("alfa"), "a.xlsx", 1, content, LocalDate.of(2010, 11, 15), false),
            folder,
            Instant.EPOCH)
        .id();
  }
}
