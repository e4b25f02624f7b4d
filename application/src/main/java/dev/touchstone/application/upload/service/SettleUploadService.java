package dev.touchstone.application.upload.service;

import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.port.in.SettleUploadUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Ends uploads. */
public final class SettleUploadService implements SettleUploadUseCase {

  private static final String UNFINISHED =
      "The server could not finish reading the workbook, and nothing of it was taken. Upload it"
          + " again; if it fails again, tell the program manager.";

  private static final String GONE =
      "The workbook is no longer on the server's disk as it came, and nothing of it was taken."
          + " Upload it again.";

  private final UnitOfWork unitOfWork;
  private final SurveyUploads uploads;
  private final IntakeFiles intakeFiles;
  private final EvidenceStage stage;
  private final UploadFiles files;
  private final Clock clock;

  /** Takes its collaborators. */
  public SettleUploadService(
      UnitOfWork unitOfWork,
      SurveyUploads uploads,
      IntakeFiles intakeFiles,
      EvidenceStage stage,
      UploadFiles files,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.uploads = uploads;
    this.intakeFiles = intakeFiles;
    this.stage = stage;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public void settle(long id) {
    unitOfWork.run(() -> settleWithin(id));
  }

  private UploadState settleWithin(long id) {
    UploadState state = end(uploads.getUpload(id), clock.instant());
    if (state != UploadState.TAKEN) {
      // What was taken is kept, as a night archives its files; of the rest nothing came.
      unitOfWork.afterCommit(() -> files.removeWorkbook(id));
    }
    return state;
  }

  private UploadState end(SurveyUpload upload, Instant now) {
    List<IntakeFile> registered = intakeFiles.list(upload.delivery());
    return registered.isEmpty()
        ? fail(upload, UNFINISHED, now)
        : end(upload, registered.get(0), now);
  }

  private UploadState end(SurveyUpload upload, IntakeFile file, Instant now) {
    return switch (file.state()) {
      case MERGED -> end(upload, UploadState.TAKEN, now);
      case CHECKED -> end(upload, UploadState.CHECKED, now);
      case REJECTED -> end(upload, UploadState.REJECTED, now);
      case UNREAD -> fail(upload, GONE, now);
      case REGISTERED -> {
        stage.clear(file);
        yield fail(upload, UNFINISHED, now);
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
