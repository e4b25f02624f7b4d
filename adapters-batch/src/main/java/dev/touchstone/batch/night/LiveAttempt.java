package dev.touchstone.batch.night;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * The attempt at a night that this process runs. It is asked to stop in memory alone: the
 * framework's own stop writes the records of its steps beside the threads that run them, and
 * whichever comes second fails (spring-batch issue 5308).
 */
public final class LiveAttempt implements JobExecutionListener {

  private volatile @Nullable JobExecution attempt;

  @Override
  public void beforeJob(JobExecution execution) {
    attempt = execution;
  }

  @Override
  public void afterJob(JobExecution execution) {
    attempt = null;
  }

  /**
   * Asks the steps that run now to end where they commit; one that begins later is to be asked
   * again. The last step of a night is never asked: it is over at once, and complete is complete.
   */
  void stop() {
    JobExecution asked = attempt;
    if (asked == null) {
      return;
    }
    for (StepExecution step : asked.getStepExecutions()) {
      if (step.getStatus().isRunning() && !step.getStepName().equals(NightSteps.COMPLETE)) {
        step.setTerminateOnly();
      }
    }
  }
}
