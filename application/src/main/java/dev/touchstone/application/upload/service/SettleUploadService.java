package dev.touchstone.application.upload.service;

import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.port.in.SettleUploadUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import java.time.Clock;

/** Ends uploads. */
public final class SettleUploadService implements SettleUploadUseCase {

  private static final String UNFINISHED =
      "The server could not finish reading the workbook, and nothing of it was taken. Upload it"
          + " again; if it fails again, tell the program manager.";

  private final UnitOfWork unitOfWork;
  private final SurveyUploads uploads;
  private final UploadEnd end;
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
    this.end = new UploadEnd(uploads, intakeFiles, stage);
    this.files = files;
    this.clock = clock;
  }

  @Override
  public void settle(long id) {
    unitOfWork.run(() -> settleWithin(id));
  }

  private UploadState settleWithin(long id) {
    UploadState state = end.end(uploads.getUpload(id), UNFINISHED, clock.instant());
    if (state != UploadState.TAKEN) {
      // What was taken is kept, as a night archives its files; of the rest nothing came.
      unitOfWork.afterCommit(() -> files.removeWorkbook(id));
    }
    return state;
  }
}
