package dev.touchstone.batch.night;

import dev.touchstone.application.night.port.in.CheckDemotionsUseCase;
import dev.touchstone.application.night.port.in.CheckDemotionsUseCase.CheckDemotionsResult;
import dev.touchstone.batch.step.NightParameters;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Ends the step, and with it the night, STOPPED where a person has to confirm the demotions, and
 * leaves the reason in the step's context; a restart checks again. Counts, in partners, where any
 * is demoted: read, those that held a tier before; filter, the demoted ones.
 */
final class CheckDemotionsTasklet implements Tasklet {

  private static final String REASON = "demotions.reason";

  private final CheckDemotionsUseCase checkDemotions;

  CheckDemotionsTasklet(CheckDemotionsUseCase checkDemotions) {
    this.checkDemotions = checkDemotions;
  }

  /** Why an attempt at a night was stopped by this step; empty where it was not. */
  static Optional<String> findReason(JobExecution attempt) {
    return attempt.getStepExecutions().stream()
        .filter(step -> step.getStepName().equals(NightSteps.CHECK_DEMOTIONS))
        .map(StepExecution::getExecutionContext)
        .filter(context -> context.containsKey(REASON))
        .map(context -> context.getString(REASON))
        .findFirst();
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = contribution.getStepExecution();
    ExecutionContext kept = step.getExecutionContext();
    CheckDemotionsResult result =
        checkDemotions.check(NightParameters.from(step.getJobParameters()).night());
    if (result instanceof CheckDemotionsResult.Stopped stopped) {
      count(stopped.demotions().demotions(), stopped.demotions().held(), contribution);
      kept.putString(REASON, stopped.demotions().describe());
      step.setTerminateOnly();
    } else {
      CheckDemotionsResult.Passed passed = (CheckDemotionsResult.Passed) result;
      count(passed.demotions(), passed.held(), contribution);
      // A restart begins with what the attempt before has left.
      kept.remove(REASON);
    }
    return RepeatStatus.FINISHED;
  }

  private static void count(long demotions, long held, StepContribution contribution) {
    for (long i = 0; i < held; i++) {
      contribution.incrementReadCount();
    }
    contribution.incrementFilterCount(demotions);
  }
}
