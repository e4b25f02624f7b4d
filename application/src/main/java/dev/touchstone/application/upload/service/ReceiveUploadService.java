package dev.touchstone.application.upload.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.upload.Arrival;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.UploadState;
import dev.touchstone.application.upload.UploadedWorkbook;
import dev.touchstone.application.upload.port.in.ReceiveUploadUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.application.upload.port.out.UploadQueue;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes charge of workbooks. */
public final class ReceiveUploadService implements ReceiveUploadUseCase {

  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final SurveyUploads uploads;
  private final UploadFiles files;
  private final UploadQueue queue;
  private final Clock clock;

  /**
   * Takes its collaborators.
   *
   * @param clock in the program's time zone: its day is the business date
   */
  public ReceiveUploadService(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      SurveyUploads uploads,
      UploadFiles files,
      UploadQueue queue,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.uploads = uploads;
    this.files = files;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public ReceiveUploadResult receive(ReceiveUploadCommand command) {
    if (!command.arrival().zip()) {
      return new ReceiveUploadResult.NoWorkbook(
          "The file is no workbook; send one saved as .xlsx.");
    }
    Kept kept = new Kept();
    try {
      return new ReceiveUploadResult.Received(unitOfWork.run(() -> record(command, kept)));
    } catch (RuntimeException | Error e) {
      removeUnlessRecorded(kept, e);
      throw e;
    }
  }

  /** A commit that was not answered may have lasted all the same, so the record is asked. */
  private void removeUnlessRecorded(Kept kept, Throwable failure) {
    try {
      if (kept.upload != null && uploads.findUpload(kept.upload).isEmpty()) {
        files.remove(kept.upload);
      }
    } catch (RuntimeException e) {
      // Whoever expires uploads removes what is left.
      failure.addSuppressed(e);
    }
  }

  /** Which upload a workbook was kept for, while nobody knows whether its record lasts. */
  private static final class Kept {
    private @Nullable Long upload;
  }

  private SurveyUpload record(ReceiveUploadCommand command, Kept kept) {
    Arrival arrival = command.arrival();
    SurveyUpload upload =
        uploads.add(
            new UploadedWorkbook(
                command.vendor(),
                FileLabel.of(command.fileName()),
                arrival.bytes(),
                arrival.sha256(),
                LocalDate.now(clock),
                command.dryRun()),
            files.folderName(),
            clock.instant());
    auditLog.append(
        command.actor(),
        command.dryRun() ? "CHECK_SURVEY_WORKBOOK" : "UPLOAD_SURVEY_WORKBOOK",
        "survey-upload/" + upload.id(),
        describe(upload));
    if (upload.state() == UploadState.RECEIVED) {
      // Before the record lasts, so that none is ever without its file.
      kept.upload = upload.id();
      files.keep(upload.id(), uploads.recordName(), arrival);
      unitOfWork.afterCommit(() -> queue.put(upload.id()));
    }
    return upload;
  }

  private static String describe(SurveyUpload upload) {
    UploadedWorkbook workbook = upload.workbook();
    return "vendor "
        + workbook.vendor()
        + ", "
        + workbook.bytes()
        + " bytes, SHA-256 "
        + workbook.sha256()
        + (upload.repeats() == null ? "" : ", repeats " + upload.repeats());
  }
}
