package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.UploadParameters;
import java.nio.file.Path;
import org.springframework.batch.core.job.parameters.JobParameters;

/**
 * What an execution of the intake's steps takes in.
 *
 * @param delivery whose files
 * @param folder the folder below which they lie
 * @param rejected the folder below which the reports of rejected rows go
 */
record Intake(Delivery delivery, Path folder, Path rejected) {

  private static final String REJECTED = "rejected";

  /** Tells it from the parameters of the job: a night's or an upload's. */
  static Intake of(JobParameters parameters) {
    if (UploadParameters.areIn(parameters)) {
      UploadParameters upload = UploadParameters.from(parameters);
      return new Intake(
          new Delivery.Upload(upload.upload(), upload.businessDate(), upload.dryRun()),
          upload.folder(),
          upload.folder().resolve(REJECTED));
    }
    NightParameters night = NightParameters.from(parameters);
    return new Intake(
        new Delivery.Night(night.night()), night.inbox(), night.besideInbox(REJECTED));
  }
}
