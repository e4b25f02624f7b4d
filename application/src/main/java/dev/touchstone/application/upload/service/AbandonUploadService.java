package dev.touchstone.application.upload.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.port.in.AbandonUploadUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.application.upload.port.out.UploadLock;
import java.time.Clock;
import java.util.Optional;

/** Gives up uploads of folders other than this server's. */
public final class AbandonUploadService implements AbandonUploadUseCase {

  private static final String LOST =
      "The server that had the workbook is gone, and nothing of it was taken. Upload it again.";

  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final SurveyUploads uploads;
  private final UploadFiles files;
  private final UploadLock lock;
  private final UploadEnd end;
  private final Clock clock;

  /** Takes its collaborators. */
  public AbandonUploadService(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      SurveyUploads uploads,
      UploadFiles files,
      UploadLock lock,
      IntakeFiles intakeFiles,
      EvidenceStage stage,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.uploads = uploads;
    this.files = files;
    this.lock = lock;
    this.end = new UploadEnd(uploads, intakeFiles, stage);
    this.clock = clock;
  }

  @Override
  public AbandonUploadResult abandon(AbandonUploadCommand command) {
    if (uploads.findUpload(command.upload()).isEmpty()) {
      return new Unknown();
    }
    Optional<UploadLock.Held> held = lock.tryAcquire(command.upload());
    if (held.isEmpty()) {
      return new Refused("A server is reading the workbook; look again when it has ended.");
    }
    try {
      return unitOfWork.run(() -> abandonWithin(command));
    } finally {
      held.get().close();
    }
  }

  /** Whoever holds the lock sees the upload as it stays: nobody else ends it. */
  private AbandonUploadResult abandonWithin(AbandonUploadCommand command) {
    SurveyUpload upload = uploads.getUpload(command.upload());
    if (upload.state().hasEnded()) {
      return new Refused("The upload has ended already, as " + upload.state() + ".");
    }
    if (files.folderName().equals(upload.folder())) {
      return new Refused(
          "The workbook lies on this server, which reads it when its turn comes; wait for its"
              + " end.");
    }
    UploadState state = end.end(upload, LOST, clock.instant());
    auditLog.append(
        command.actor(),
        "ABANDON_SURVEY_UPLOAD",
        "survey-upload/" + upload.id(),
        "vendor "
            + upload.workbook().vendor()
            + ", in folder "
            + upload.folder()
            + ", ended as "
            + state);
    return new Abandoned(uploads.getUpload(upload.id()));
  }
}
