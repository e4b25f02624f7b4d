package dev.touchstone.application.upload.service;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import java.time.Instant;
import java.util.List;

/** Ends an upload as what the intake has made of its file, within the caller's unit of work. */
final class UploadEnd {

  private static final String GONE =
      "The workbook is no longer on the server's disk as it came, and nothing of it was taken."
          + " Upload it again.";

  private final SurveyUploads uploads;
  private final IntakeFiles intakeFiles;
  private final EvidenceStage stage;

  UploadEnd(SurveyUploads uploads, IntakeFiles intakeFiles, EvidenceStage stage) {
    this.uploads = uploads;
    this.intakeFiles = intakeFiles;
    this.stage = stage;
  }

  /**
   * Ends it.
   *
   * @param unfinished what to say of one that was not read to its end
   */
  UploadState end(SurveyUpload upload, String unfinished, Instant now) {
    List<IntakeFile> registered = intakeFiles.list(upload.delivery());
    return registered.isEmpty()
        ? fail(upload, unfinished, now)
        : end(upload, registered.get(0), unfinished, now);
  }

  private UploadState end(SurveyUpload upload, IntakeFile file, String unfinished, Instant now) {
    return switch (file.state()) {
      case MERGED -> end(upload, UploadState.TAKEN, now);
      case CHECKED -> end(upload, UploadState.CHECKED, now);
      case REJECTED -> end(upload, UploadState.REJECTED, now);
      case UNREAD -> fail(upload, GONE, now);
      case REGISTERED -> {
        stage.clear(file);
        yield fail(upload, unfinished, now);
      }
      case REPEATED -> throw new IllegalStateException("An upload has one file: " + file);
    };
  }

  private UploadState end(SurveyUpload upload, UploadState state, Instant now) {
    uploads.end(upload.id(), state, now);
    return state;
  }

  private UploadState fail(SurveyUpload upload, String failure, Instant now) {
    uploads.fail(upload.id(), failure, now);
    return UploadState.FAILED;
  }
}
