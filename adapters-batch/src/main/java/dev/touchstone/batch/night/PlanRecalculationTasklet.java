package dev.touchstone.batch.night;

import dev.touchstone.application.night.port.in.PlanRecalculationUseCase;
import dev.touchstone.batch.step.NightParameters;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Chooses whom the night decides. */
final class PlanRecalculationTasklet implements Tasklet {

  private final PlanRecalculationUseCase planRecalculation;

  PlanRecalculationTasklet(PlanRecalculationUseCase planRecalculation) {
    this.planRecalculation = planRecalculation;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters parameters =
        NightParameters.from(contribution.getStepExecution().getJobParameters());
    planRecalculation.plan(parameters.night());
    return RepeatStatus.FINISHED;
  }
}
