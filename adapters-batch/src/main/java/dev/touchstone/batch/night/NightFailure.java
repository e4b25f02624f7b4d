package dev.touchstone.batch.night;

import dev.touchstone.application.night.Night;
import java.util.Comparator;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** Puts the failure of a night into one sentence. */
final class NightFailure {

  private NightFailure() {}

  static NightRun.Failed of(Night night, JobExecution execution) {
    String step =
        execution.getStepExecutions().stream()
            .filter(s -> s.getStatus() != BatchStatus.COMPLETED)
            .max(Comparator.comparingLong(StepExecution::getId))
            .map(StepExecution::getStepName)
            .orElse("launch");
    List<Throwable> failures = execution.getAllFailureExceptions();
    String reason =
        failures.isEmpty() ? "Ended " + execution.getStatus() : sentenceOf(failures.get(0));
    return new NightRun.Failed(night, step, reason);
  }

  /** The innermost cause says what happened; what wraps it says only where. */
  private static String sentenceOf(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName();
    }
    String sentence = message.lines().findFirst().orElse(message).strip();
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
