package dev.touchstone.batch.night;

import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.application.recalculation.port.out.Recalculations;
import dev.touchstone.batch.recalculation.RecalculationStepConfiguration;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Finds out whether a night would go on deciding by other rules than those by which it has chosen
 * whom it decides. Once all are decided, the rules have done their part.
 */
final class OtherRules {

  private final JobRepository jobRepository;
  private final Recalculations recalculations;
  private final Function<LocalDate, RulesFingerprint> rulesOn;

  OtherRules(
      JobRepository jobRepository,
      Recalculations recalculations,
      Function<LocalDate, RulesFingerprint> rulesOn) {
    this.jobRepository = jobRepository;
    this.recalculations = recalculations;
    this.rulesOn = rulesOn;
  }

  /** What speaks against going on, in words; empty where nothing does. */
  Optional<String> findObjection(NightId night) {
    return recalculations
        .findRules(night)
        .filter(chosenBy -> !chosenBy.equals(rulesOn.apply(night.businessDate())))
        .filter(chosenBy -> !isDecided(night))
        .map(
            chosenBy ->
                ("The night of %s has begun to decide by another catalog, policy or version of"
                        + " Touchstone, and cannot go on by these. Finish it by those, or run the"
                        + " night of a later date: it decides all partners.")
                    .formatted(night));
  }

  private boolean isDecided(NightId night) {
    JobInstance instance =
        jobRepository.getJobInstance(
            NightlyJobConfiguration.NIGHTLY, NightParameters.identifying(night));
    StepExecution step =
        instance == null
            ? null
            : jobRepository.getLastStepExecution(
                instance, RecalculationStepConfiguration.RECALCULATE);
    return step != null && step.getStatus() == BatchStatus.COMPLETED;
  }
}
