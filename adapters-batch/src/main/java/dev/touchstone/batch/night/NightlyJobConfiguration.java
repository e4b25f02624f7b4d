package dev.touchstone.batch.night;

import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.night.port.in.CheckDemotionsUseCase;
import dev.touchstone.application.night.port.in.PlanRecalculationUseCase;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.Progress;
import dev.touchstone.batch.step.ProgressListener;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The nightly job: intake, integrity, recalculation, demotions, publication, archive, in this
 * order.
 */
@Configuration(proxyBeanMethods = false)
public class NightlyJobConfiguration {

  /** The job's name. */
  public static final String NIGHTLY = "nightly";

  private final JobRepository jobRepository;
  private final PlatformTransactionManager transactionManager;

  /** Takes what the night's own steps need. */
  public NightlyJobConfiguration(
      JobRepository jobRepository, PlatformTransactionManager transactionManager) {
    this.jobRepository = jobRepository;
    this.transactionManager = transactionManager;
  }

  @Bean
  Job nightlyJob(
      Flow intakeFlow,
      @Qualifier("checkIntegrityStep") Step checkIntegrityStep,
      @Qualifier("planRecalculationStep") Step planRecalculationStep,
      @Qualifier("recalculateStep") Step recalculateStep,
      @Qualifier("checkDemotionsStep") Step checkDemotionsStep,
      @Qualifier("publishFeedStep") Step publishFeedStep,
      @Qualifier("archiveInboxStep") Step archiveInboxStep,
      Nights nights,
      EvidenceClock evidenceClock,
      Clock clock,
      LiveAttempt liveAttempt) {
    return new JobBuilder(NIGHTLY, jobRepository)
        .listener(liveAttempt)
        .start(intakeFlow)
        .next(
            step(
                NightSteps.FIX_EVIDENCE, night -> nights.fixEvidence(night, evidenceClock.enter())))
        .next(checkIntegrityStep)
        .next(planRecalculationStep)
        .next(recalculateStep)
        .next(checkDemotionsStep)
        .next(publishFeedStep)
        .next(archiveInboxStep)
        .next(step(NightSteps.COMPLETE, night -> nights.complete(night, clock.instant())))
        .end()
        .build();
  }

  /** The attempt that this process runs. */
  @Bean
  LiveAttempt liveAttempt() {
    return new LiveAttempt();
  }

  /** Chooses whom the next step decides. */
  @Bean
  Step planRecalculationStep(PlanRecalculationUseCase planRecalculation, Progress progress) {
    return new StepBuilder(NightSteps.PLAN_RECALCULATION, jobRepository)
        .listener(new ProgressListener(NightSteps.PLAN_RECALCULATION, progress))
        .tasklet(new PlanRecalculationTasklet(planRecalculation), transactionManager)
        .build();
  }

  /** Stops a night that demotes more than the policy lets pass, unless it is confirmed. */
  @Bean
  Step checkDemotionsStep(CheckDemotionsUseCase checkDemotions, Progress progress) {
    return new StepBuilder(NightSteps.CHECK_DEMOTIONS, jobRepository)
        .listener(new ProgressListener(NightSteps.CHECK_DEMOTIONS, progress))
        .tasklet(new CheckDemotionsTasklet(checkDemotions), transactionManager)
        .build();
  }

  private Step step(String name, Consumer<NightId> action) {
    return new StepBuilder(name, jobRepository)
        .tasklet(
            (contribution, context) -> {
              action.accept(
                  NightParameters.from(contribution.getStepExecution().getJobParameters()).night());
              return RepeatStatus.FINISHED;
            },
            transactionManager)
        .build();
  }
}
