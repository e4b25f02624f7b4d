package dev.touchstone.application.upload.service;

import dev.touchstone.application.upload.port.in.ResumeUploadsUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.application.upload.port.out.UploadQueue;

/** Goes on where a process has ended. */
public final class ResumeUploadsService implements ResumeUploadsUseCase {

  private final SurveyUploads uploads;
  private final UploadFiles files;
  private final UploadQueue queue;

  /** Takes its collaborators. */
  public ResumeUploadsService(SurveyUploads uploads, UploadFiles files, UploadQueue queue) {
    this.uploads = uploads;
    this.files = files;
    this.queue = queue;
  }

  @Override
  public void resume() {
    files.discardStaleArrivals();
    uploads.adopt(files.folderName());
    // Another folder's uploads belong to the server that sees their files.
    uploads.listOpen(files.folderName()).forEach(queue::put);
  }
}
