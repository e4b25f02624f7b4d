package dev.touchstone.batch.step;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Makes a job that did not end ready for a restart. The framework cannot tell a dead attempt from a
 * living one: only whoever holds the job's lock may ask for this.
 */
public final class DeadAttempts {

  /** The framework marks what it recovered; the mark outlives the restart and blocks the next. */
  private static final String RECOVERED = "batch.recovered";

  private final JobOperator jobOperator;
  private final JobRepository jobRepository;

  /** Takes the framework's parts. */
  public DeadAttempts(JobOperator jobOperator, JobRepository jobRepository) {
    this.jobOperator = jobOperator;
    this.jobRepository = jobRepository;
  }

  /** Declares dead whatever attempts at a job seem to be alive, with whatever parameters. */
  public void buryAll(String job) {
    jobRepository.findRunningJobExecutions(job).forEach(this::bury);
  }

  private void bury(JobExecution attempt) {
    forgetRecovery(attempt.getExecutionContext());
    attempt.getStepExecutions().forEach(step -> forgetRecovery(step.getExecutionContext()));
    jobOperator.recover(attempt);
  }

  /** Declares dead whatever attempts at a job with these parameters seem to be alive. */
  public void bury(String job, JobParameters parameters) {
    JobExecution last = jobRepository.getLastJobExecution(job, parameters);
    if (last != null && last.getStatus().isRunning()) {
      bury(last);
    }
    if (last != null) {
      jobRepository.getJobExecutions(last.getJobInstance()).forEach(this::settleUnknownOutcome);
    }
  }

  /**
   * What was under way when the connection to the database broke ends UNKNOWN, or seems to run on
   * where not even its end could be written; the framework restarts nothing of either. Every step
   * of ours can begin again whatever has become of its last transaction, so to us it has failed.
   */
  private void settleUnknownOutcome(JobExecution execution) {
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED);
        jobRepository.update(step);
      }
    }
    if (execution.getStatus() == BatchStatus.UNKNOWN) {
      execution.setStatus(BatchStatus.FAILED);
      jobRepository.update(execution);
    }
  }

  /**
   * What the database broke off because the attempt was to stop, and would not by itself, ends
   * FAILED; to us it was stopped.
   */
  public void settleBrokenOff(JobExecution execution) {
    if (execution.getStatus() != BatchStatus.FAILED) {
      return;
    }
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus() == BatchStatus.FAILED) {
        settleStopped(step);
      }
    }
    execution.setStatus(BatchStatus.STOPPED);
    execution.setExitStatus(ExitStatus.STOPPED);
    jobRepository.update(execution);
  }

  private void settleStopped(StepExecution step) {
    step.setStatus(BatchStatus.STOPPED);
    step.setExitStatus(ExitStatus.STOPPED);
    jobRepository.update(step);
  }

  private static void forgetRecovery(ExecutionContext context) {
    context.remove(RECOVERED);
  }
}
