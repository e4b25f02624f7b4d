package dev.touchstone.application.upload.service;

import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.port.in.ExpireUploadsUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gives up files of uploads, those first that ended first. */
public final class ExpireUploadsService implements ExpireUploadsUseCase {

  /** Uploads at a time. */
  static final int AT_A_TIME = 100;

  private final SurveyUploads uploads;
  private final UploadFiles files;
  private final Duration kept;
  private final Clock clock;

  /**
   * Takes its collaborators.
   *
   * @param kept how long files are kept after an upload has ended
   */
  public ExpireUploadsService(
      SurveyUploads uploads, UploadFiles files, Duration kept, Clock clock) {
    if (kept.isNegative()) {
      throw new IllegalArgumentException(
          "touchstone.upload.keep-files is " + kept + "; set it to a time that is not negative");
    }
    this.uploads = uploads;
    this.files = files;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public ExpireUploadsResult expire() {
    List<Failure> failures = new ArrayList<>();
    expireEnded(clock.instant(), failures);
    return new ExpireUploadsResult(removeOrphans(failures), failures);
  }

  private void expireEnded(Instant now, List<Failure> failures) {
    int failedBefore;
    do {
      failedBefore = failures.size();
      for (SurveyUpload upload :
          uploads.listWithFiles(files.folderName(), now.minus(kept), failedBefore, AT_A_TIME)) {
        attempt(upload.id(), () -> expire(upload, now), failures);
      }
      // Those that cannot be given up stay first in the list; behind them others wait.
    } while (failures.size() > failedBefore);
  }

  private void expire(SurveyUpload upload, Instant now) {
    if (upload.state() != UploadState.TAKEN) {
      // No evidence came from it, so that there is nothing to archive.
      files.removeWorkbook(upload.id());
    }
    // Recorded last: what breaks off in between is done again.
    files.expire(upload.id(), upload.workbook().businessDate());
    uploads.recordFilesGone(upload.id(), now);
  }

  private List<Long> removeOrphans(List<Failure> failures) {
    List<Long> removed = new ArrayList<>();
    String record = uploads.recordName();
    for (long upload : uploads.listUnknown(files.listUploads())) {
      attempt(
          upload,
          () -> {
            if (files.isKeptFor(upload, record)) {
              files.remove(upload);
              removed.add(upload);
            }
          },
          failures);
    }
    return removed;
  }

  /** What goes wrong with one upload is no reason to keep the files of the others. */
  private static void attempt(long upload, Runnable task, List<Failure> failures) {
    try {
      task.run();
    } catch (RuntimeException e) {
      failures.add(new Failure(upload, e));
    }
  }
}
