package dev.touchstone.batch.night;

import dev.touchstone.application.night.Night;
import dev.touchstone.batch.step.DatabaseTrouble;
import dev.touchstone.batch.step.FileTrouble;
import java.nio.file.FileSystemException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;

/** Puts the failure of a night into one sentence. */
final class NightFailure {

  /** The step that is named where none had begun. */
  static final String LAUNCH = "launch";

  private static final String OWN_CODE = "dev.touchstone.";

  private NightFailure() {}

  static NightRun.Failed of(Night night, JobExecution execution) {
    String step =
        execution.getStepExecutions().stream()
            .filter(s -> s.getStatus() != BatchStatus.COMPLETED)
            .filter(s -> !StepDurations.isPart(s))
            .max(Comparator.comparingLong(StepExecution::getId))
            .map(StepExecution::getStepName)
            .orElse(LAUNCH);
    List<Throwable> failures = execution.getAllFailureExceptions();
    String reason =
        failures.stream()
            // That a part failed says nothing; the part's own failure is there, too.
            .filter(failure -> !(failure instanceof JobExecutionException))
            .findFirst()
            .or(() -> failures.stream().findFirst())
            .map(NightFailure::sentenceOf)
            .orElse("Ended " + execution.getStatus() + ".");
    return new NightRun.Failed(night, step, reason);
  }

  /**
   * Our own exceptions are written for people; of others the innermost says what happened, and what
   * wraps it only where.
   */
  static String sentenceOf(Throwable failure) {
    Optional<String> ofDatabase = DatabaseTrouble.findSentence(failure);
    if (ofDatabase.isPresent()) {
      return ofDatabase.get();
    }
    Throwable cause = failure;
    while (cause.getCause() != null && !cause.getClass().getName().startsWith(OWN_CODE)) {
      cause = cause.getCause();
    }
    if (cause instanceof FileSystemException file) {
      return FileTrouble.sentenceOf(file);
    }
    if (cause instanceof OptimisticLockingFailureException) {
      return "The record of the step was changed by another, or lost in a crash of the database (%s)."
          .formatted(cause.getMessage());
    }
    if (cause instanceof OutOfMemoryError) {
      return "The memory was not enough (%s): give more by java -Xmx."
          .formatted(cause.getMessage());
    }
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName() + ".";
    }
    String sentence = message.lines().findFirst().orElse(message).strip();
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
