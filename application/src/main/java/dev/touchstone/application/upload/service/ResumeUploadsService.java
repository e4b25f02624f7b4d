package dev.touchstone.application.upload.service;

import dev.touchstone.application.upload.port.in.ResumeUploadsUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.application.upload.port.out.UploadQueue;
import java.util.Set;

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
    files.discardArrivals();
    Set<Long> known = uploads.listIds();
    files.listUploads().stream().filter(id -> !known.contains(id)).forEach(files::removeFolder);
    uploads.listOpen().forEach(queue::put);
  }
}
