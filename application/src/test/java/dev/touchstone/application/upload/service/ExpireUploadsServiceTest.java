package dev.touchstone.application.upload.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.touchstone.application.upload.SurveyUploadsInMemory;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.domain.survey.SurveyVendor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
  void refusesToKeepFilesForLessThanNoTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service(Duration.ofDays(-1)))
        .withMessageContaining("touchstone.upload.keep-files");
  }

  private ExpireUploadsService service(Duration kept) {
    return new ExpireUploadsService(uploads, files, kept, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private long end(String folder, Instant at) {
    String content = String.format("%064d", uploads.listIds().size());
    long id =
        uploads
            .add(
                new UploadedWorkbook(
                    new SurveyVendor("alfa"),
                    "a.xlsx",
                    1,
                    content,
                    LocalDate.of(2010, 11, 15),
                    false),
                folder,
                Instant.EPOCH)
            .id();
    uploads.begin(id);
    uploads.end(id, UploadState.TAKEN, at);
    return id;
  }
}
