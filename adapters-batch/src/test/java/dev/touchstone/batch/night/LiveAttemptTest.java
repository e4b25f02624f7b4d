package dev.touchstone.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

class LiveAttemptTest {

  private final JobExecution execution =
      new JobExecution(1, new JobInstance(1, "nightly"), new JobParameters());
  private final StepExecution done = step("stage-partners", BatchStatus.COMPLETED);
  private final StepExecution running = step("merge-partners", BatchStatus.STARTED);
  private final LiveAttempt attempt = new LiveAttempt();

  @Test
  void asksWhatRuns() {
    attempt.beforeJob(execution);

    attempt.stop();

    assertThat(running.isTerminateOnly()).isTrue();
    assertThat(running.getStatus()).isEqualTo(BatchStatus.STARTED);
    assertThat(done.isTerminateOnly()).isFalse();
  }

  @Test
  void letsTheLastStepComplete() {
    StepExecution last = step(NightSteps.COMPLETE, BatchStatus.STARTED);
    attempt.beforeJob(execution);

    attempt.stop();

    assertThat(last.isTerminateOnly()).isFalse();
  }

  @Test
  void asksNothingOfWhatHasEndedOrNotBegun() {
    attempt.stop();
    attempt.beforeJob(execution);
    attempt.afterJob(execution);

    attempt.stop();

    assertThat(running.isTerminateOnly()).isFalse();
  }

  private StepExecution step(String name, BatchStatus status) {
    StepExecution step = new StepExecution(execution.getStepExecutions().size(), name, execution);
    step.setStatus(status);
    execution.addStepExecution(step);
    return step;
  }
}
