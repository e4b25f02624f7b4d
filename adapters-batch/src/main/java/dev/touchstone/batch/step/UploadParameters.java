package dev.touchstone.batch.step;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * The parameters of a job that takes in one uploaded workbook. Only the upload identifies it, so
 * that one that was interrupted is finished and none is taken twice.
 *
 * @param upload the upload's number
 * @param businessDate the date on which it is taken
 * @param dryRun whether the evidence stays as it is
 * @param folder the upload's folder
 */
public record UploadParameters(long upload, LocalDate businessDate, boolean dryRun, Path folder) {

  private static final String UPLOAD = "upload";
  private static final String BUSINESS_DATE = "businessDate";
  private static final String DRY_RUN = "dryRun";
  private static final String FOLDER = "folder";

  /** Whether a job's parameters are those of an upload. */
  public static boolean areIn(JobParameters parameters) {
    return parameters.getLong(UPLOAD) != null;
  }

  /** Reads them back from a job's parameters. */
  public static UploadParameters from(JobParameters parameters) {
    return new UploadParameters(
        Objects.requireNonNull(parameters.getLong(UPLOAD), UPLOAD),
        Objects.requireNonNull(parameters.getLocalDate(BUSINESS_DATE), BUSINESS_DATE),
        Boolean.parseBoolean(parameters.getString(DRY_RUN)),
        Path.of(Objects.requireNonNull(parameters.getString(FOLDER), FOLDER)));
  }

  /** As the parameters of a job. */
  public JobParameters toJobParameters() {
    return new JobParametersBuilder()
        .addLong(UPLOAD, upload)
        .addLocalDate(BUSINESS_DATE, businessDate, false)
        .addString(DRY_RUN, Boolean.toString(dryRun), false)
        .addString(FOLDER, folder.toString(), false)
        .toJobParameters();
  }
}
