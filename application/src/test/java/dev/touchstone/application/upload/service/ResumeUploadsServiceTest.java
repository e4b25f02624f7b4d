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
    uploads.end(1, UploadState.TAKEN, Instant.EPOCH);
    uploads.begin(2);

    service.resume();

    assertThat(queue).containsExactly(2L, 3L);
  }

  @Test
  void leavesUploadsWhoseFilesAnotherServerHas() {
    receive('a', "elsewhere");
    receive('b');

    service.resume();

    assertThat(queue).containsExactly(2L);
    assertThat(uploads.getUpload(1).state()).isEqualTo(UploadState.RECEIVED);
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
    receive(content, FilesInMemory.FOLDER);
  }

  private void receive(char content, String folder) {
    uploads.add(
        new UploadedWorkbook(
            new SurveyVendor("alfa"),
            "a.xlsx",
            1,
            String.valueOf(content).repeat(64),
            LocalDate.EPOCH,
            false),
        folder,
        Instant.EPOCH);
  }
}
