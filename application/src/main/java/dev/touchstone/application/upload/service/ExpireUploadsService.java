package dev.touchstone.application.upload.service;

import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.port.in.ExpireUploadsUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

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
  public void expire() {
    Instant now = clock.instant();
    for (SurveyUpload upload :
        uploads.listWithFiles(files.folderName(), now.minus(kept), AT_A_TIME)) {
      // Recorded last: what breaks off in between is done again.
      files.expire(upload.id(), upload.workbook().businessDate());
      uploads.recordFilesGone(upload.id(), now);
    }
  }
}
