package dev.touchstone.batch.integrity;

import dev.touchstone.application.integrity.port.in.CheckIntegrityUseCase;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.Progress;
import dev.touchstone.batch.step.ProgressListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The step that checks the integrity of the evidence as the night knows it. */
@Configuration(proxyBeanMethods = false)
public class CheckIntegrityStepConfiguration {

  /** The step's name; a restart finds it by this. */
  public static final String CHECK_INTEGRITY = "check-integrity";

  /** Counts: write, findings. */
  @Bean
  Step checkIntegrityStep(
      JobRepository jobRepository,
      PlatformTransactionManager transactionManager,
      CheckIntegrityUseCase checkIntegrity,
      Progress progress) {
    return new StepBuilder(CHECK_INTEGRITY, jobRepository)
        .listener(new ProgressListener(CHECK_INTEGRITY, progress))
        .tasklet(
            (contribution, context) -> {
              NightParameters parameters =
                  NightParameters.from(contribution.getStepExecution().getJobParameters());
              contribution.incrementWriteCount(checkIntegrity.check(parameters.night()));
              return RepeatStatus.FINISHED;
            },
            transactionManager)
        .build();
  }
}
