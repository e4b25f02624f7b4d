package dev.touchstone.batch.night;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** How long the steps of a job took, over all its attempts. */
final class StepDurations {

  /** Between a partitioned step's name and that of one of its parts. */
  private static final String PARTITION_SEPARATOR = ":";

  private StepDurations() {}

  /** By step name, in the order in which the steps first ran; parts of a step are left out. */
  static Map<String, Duration> of(List<JobExecution> attempts) {
    Map<String, Duration> durations = new LinkedHashMap<>();
    attempts.stream()
        .flatMap(attempt -> attempt.getStepExecutions().stream())
        .filter(step -> !isPart(step))
        .sorted(Comparator.comparingLong(StepExecution::getId))
        .forEach(step -> durations.merge(step.getStepName(), elapsed(step), Duration::plus));
    return durations;
  }

  /** Whether it is a part of a partitioned step rather than a step of the job. */
  static boolean isPart(StepExecution step) {
    return step.getStepName().contains(PARTITION_SEPARATOR);
  }

  private static Duration elapsed(StepExecution step) {
    return step.getStartTime() == null || step.getEndTime() == null
        ? Duration.ZERO
        : Duration.between(step.getStartTime(), step.getEndTime());
  }
}
