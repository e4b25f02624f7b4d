package dev.touchstone.batch.upload;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.upload.port.in.SettleUploadUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.application.upload.port.out.UploadLock;
import dev.touchstone.batch.step.DeadAttempts;
import dev.touchstone.batch.step.UploadParameters;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Runs an upload to its end: from its start, or from where an attempt at it was broken off. */
public final class UploadRunner {

  private static final Logger LOG = LoggerFactory.getLogger(UploadRunner.class);

  private final UploadLock lock;
  private final SurveyUploads uploads;
  private final UploadFiles files;
  private final SettleUploadUseCase settleUpload;
  private final JobOperator jobOperator;
  private final Job surveyUploadJob;
  private final DeadAttempts deadAttempts;

  /** Takes its collaborators. */
  public UploadRunner(
      UploadLock lock,
      SurveyUploads uploads,
      UploadFiles files,
      SettleUploadUseCase settleUpload,
      JobOperator jobOperator,
      JobRepository jobRepository,
      Job surveyUploadJob) {
    this.lock = lock;
    this.uploads = uploads;
    this.files = files;
    this.settleUpload = settleUpload;
    this.jobOperator = jobOperator;
    this.surveyUploadJob = surveyUploadJob;
    this.deadAttempts = new DeadAttempts(jobOperator, jobRepository);
  }

  /**
   * Runs an upload in this thread. One that has ended, that another process runs or for which an
   * older one of its vendor is still open is left alone. Whatever is thrown while it runs is its
   * end, unless that cannot be recorded.
   *
   * @param stopping whether this process is about to end: what breaks then has not failed, but is
   *     gone on with by the next process
   */
  void run(long upload, BooleanSupplier stopping) {
    Optional<UploadLock.Held> held = lock.tryAcquire(upload);
    if (held.isEmpty()) {
      return;
    }
    try {
      if (uploads.begin(upload)) {
        runToItsEnd(uploads.getUpload(upload).delivery(), stopping);
      }
    } finally {
      held.get().close();
    }
  }

  private void runToItsEnd(Delivery.Upload upload, BooleanSupplier stopping) {
    boolean completed = false;
    try {
      completed = execute(upload);
    } catch (RuntimeException | Error e) {
      // One that takes too much memory or too deep a stack would do so again.
      LOG.error("Upload {} was broken off", upload.id(), e);
    }
    if (!completed && !stopping.getAsBoolean()) {
      settleUpload.settle(upload.id());
    }
  }

  private boolean execute(Delivery.Upload upload) {
    JobParameters parameters =
        new UploadParameters(
                upload.id(), upload.businessDate(), upload.dryRun(), files.folderOf(upload.id()))
            .toJobParameters();
    // Whoever holds the upload's lock knows that no earlier attempt is alive.
    deadAttempts.bury(SurveyUploadJobConfiguration.SURVEY_UPLOAD, parameters);
    JobExecution execution;
    try {
      execution = jobOperator.start(surveyUploadJob, parameters);
    } catch (JobExecutionException e) {
      throw new IllegalStateException("Upload " + upload.id() + " cannot be launched", e);
    }
    execution
        .getAllFailureExceptions()
        .forEach(failure -> LOG.error("Upload {} did not end well", upload.id(), failure));
    return execution.getStatus() == BatchStatus.COMPLETED;
  }
}
