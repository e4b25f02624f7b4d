package dev.touchstone.batch.night;

import dev.touchstone.application.night.port.out.NightLedger;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.domain.time.NightId;
import java.time.Duration;
import java.util.Map;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;

/** The framework's own record of the steps. */
public final class BatchNightLedger implements NightLedger {

  private final JobRepository jobRepository;

  /** Reads the record in this repository. */
  public BatchNightLedger(JobRepository jobRepository) {
    this.jobRepository = jobRepository;
  }

  @Override
  public Map<String, Duration> getDurations(NightId night) {
    JobInstance instance =
        jobRepository.getJobInstance(
            NightlyJobConfiguration.NIGHTLY, NightParameters.identifying(night));
    return instance == null ? Map.of() : StepDurations.of(jobRepository.getJobExecutions(instance));
  }
}
