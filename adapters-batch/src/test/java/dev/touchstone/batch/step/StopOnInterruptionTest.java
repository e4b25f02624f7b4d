package dev.touchstone.batch.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

class StopOnInterruptionTest {

  private final StopOnInterruption policy = new StopOnInterruption();
  private final StepExecution step =
      new StepExecution(
          1, "merge", new JobExecution(1, new JobInstance(1, "nightly"), new JobParameters()));

  @AfterEach
  void clearInterruption() {
    Thread.interrupted();
  }

  @Test
  void letsAStepRun() {
    assertThatCode(() -> policy.checkInterrupted(step)).doesNotThrowAnyException();
    assertThat(step.isTerminateOnly()).isFalse();
  }

  @Test
  void stopsAStepWhoseThreadIsInterruptedAndMarksIt() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(JobInterruptedException.class)
        .isThrownBy(() -> policy.checkInterrupted(step))
        .withMessage("Stopped in step merge");
    assertThat(step.isTerminateOnly()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void stopsAStepThatIsToldToEnd() {
    step.setTerminateOnly();

    assertThatExceptionOfType(JobInterruptedException.class)
        .isThrownBy(() -> policy.checkInterrupted(step));
  }
}
