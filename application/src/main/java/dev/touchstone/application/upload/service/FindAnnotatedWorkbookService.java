package dev.touchstone.application.upload.service;

import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.port.in.FindAnnotatedWorkbookUseCase;
import dev.touchstone.application.upload.port.out.UploadFiles;

/** Finds annotated workbooks, or says why there is none. */
public final class FindAnnotatedWorkbookService implements FindAnnotatedWorkbookUseCase {

  private final UploadFiles files;

  /** Takes the files. */
  public FindAnnotatedWorkbookService(UploadFiles files) {
    this.files = files;
  }

  @Override
  public FindAnnotatedWorkbookResult find(SurveyUpload upload) {
    return switch (upload.state()) {
      case RECEIVED, RUNNING -> none("The workbook has not been read to its end; ask again later.");
      case REPEATED ->
          none("The workbook was not read; ask for that of upload " + upload.repeats() + ".");
      case REJECTED ->
          none("The file cannot be used, so no row is marked; the upload's detail says why.");
      case FAILED -> none("The workbook could not be read; upload it again.");
      case TAKEN, CHECKED ->
          upload.figures().rejected() == 0
              ? none("All rows are good; there is nothing to mark.")
              : findMarked(upload);
    };
  }

  private FindAnnotatedWorkbookResult findMarked(SurveyUpload upload) {
    if (upload.filesGoneAt() != null) {
      return new FindAnnotatedWorkbookResult.Gone(
          "The annotated workbook was kept for its time and is deleted; upload the workbook once"
              + " more with dryRun=true.");
    }
    if (upload.folder() != null && !upload.folder().equals(files.folderName())) {
      return new FindAnnotatedWorkbookResult.Elsewhere(
          "The annotated workbook lies with another server; ask again, until that server answers.");
    }
    return files
        .findAnnotated(upload.id())
        .<FindAnnotatedWorkbookResult>map(FindAnnotatedWorkbookResult.Found::new)
        .orElseGet(
            () ->
                none(
                    "The annotated workbook could not be written; upload the workbook once more"
                        + " with dryRun=true."));
  }

  private static FindAnnotatedWorkbookResult none(String reason) {
    return new FindAnnotatedWorkbookResult.None(reason);
  }
}
