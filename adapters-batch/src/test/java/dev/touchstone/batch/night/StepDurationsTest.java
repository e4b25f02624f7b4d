package dev.touchstone.batch.night;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

class StepDurationsTest {

  private static final LocalDateTime NIGHT = LocalDateTime.of(2010, 11, 15, 2, 0);

  private final JobInstance instance = new JobInstance(1, "nightly");

  @Test
  void addsUpTheAttemptsInTheOrderInWhichStepsFirstRan() {
    JobExecution failed = attempt(1);
    step(failed, 11, "stage", 5);
    step(failed, 12, "merge", 3);
    JobExecution finished = attempt(2);
    step(finished, 21, "merge", 4);
    step(finished, 22, "archive", 1);

    assertThat(StepDurations.of(List.of(finished, failed)))
        .containsExactly(
            entry("stage", Duration.ofSeconds(5)),
            entry("merge", Duration.ofSeconds(7)),
            entry("archive", Duration.ofSeconds(1)));
  }

  @Test
  void leavesOutThePartsOfAPartitionedStep() {
    JobExecution attempt = attempt(1);
    step(attempt, 11, "recalculate", 9);
    step(attempt, 12, "recalculate:partition0", 8);

    assertThat(StepDurations.of(List.of(attempt)))
        .containsExactly(entry("recalculate", Duration.ofSeconds(9)));
  }

  @Test
  void countsNothingForAStepThatNeverEnded() {
    JobExecution killed = attempt(1);
    StepExecution step = new StepExecution(11, "merge", killed);
    step.setStartTime(NIGHT);
    killed.addStepExecution(step);

    assertThat(StepDurations.of(List.of(killed))).containsEntry("merge", Duration.ZERO);
  }

  private JobExecution attempt(long id) {
    return new JobExecution(id, instance, new JobParameters());
  }

  private static void step(JobExecution attempt, long id, String name, long seconds) {
    StepExecution step = new StepExecution(id, name, attempt);
    step.setStartTime(NIGHT);
    step.setEndTime(NIGHT.plusSeconds(seconds));
    attempt.addStepExecution(step);
  }
}
