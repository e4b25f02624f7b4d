package dev.touchstone.batch.upload;

/** The names of the job's own steps; those between them are the intake's. */
public final class UploadSteps {

  /** Tells the intake of the workbook. */
  public static final String REGISTER = "register-upload";

  /** Ends the upload. */
  public static final String COMPLETE = "complete-upload";

  private UploadSteps() {}
}
