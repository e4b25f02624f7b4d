package dev.touchstone.application.upload.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.upload.SurveyUploadsInMemory;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.domain.survey.SurveyVendor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumeUploadsServiceTest {

  private final SurveyUploadsInMemory uploads = new SurveyUploadsInMemory();
  private final FilesInMemory files = new FilesInMemory();
  private final List<Long> queue = new ArrayList<>();
  private final ResumeUploadsService service = new ResumeUploadsService(uploads, files, queue::add);

  @Test
  void goesOnWithWhatHasNotEndedTheOldestFirst() {
    receive('a');
    receive('b');
    receive('c');
    uploads.begin(1);
    uploads.begin(2);
    uploads.end(2, UploadState.TAKEN, Instant.EPOCH);

    service.resume();

    assertThat(queue).containsExactly(1L, 3L);
  }

  @Test
  void leavesFoldersThatBelongToNoUploadOfThisDatabase() {
    receive('a');
    files.folders.addAll(List.of(1L, 2L));

    service.resume();

    assertThat(files.done).containsExactly("discard stale arrivals");
    assertThat(files.folders).containsExactly(1L, 2L);
  }

  private void receive(char content) {
    uploads.add(
        new UploadedWorkbook(
            new SurveyVendor("alfa"),
            "a.xlsx",
            1,
            String.valueOf(content).repeat(64),
            LocalDate.EPOCH,
            false),
        Instant.EPOCH);
  }
}
