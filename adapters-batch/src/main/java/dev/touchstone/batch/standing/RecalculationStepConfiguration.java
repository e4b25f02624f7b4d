package dev.touchstone.batch.standing;

import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.batch.step.EvidenceMoment;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.Progress;
import dev.touchstone.batch.step.ProgressListener;
import dev.touchstone.batch.step.StopOnInterruption;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The recalculation: ranges of partners side by side, each streamed, decided and recorded. */
@Configuration(proxyBeanMethods = false)
public class RecalculationStepConfiguration {

  /** The step's name. */
  public static final String RECALCULATE = "recalculate";

  private static final String RANGE = "recalculate-range";

  /** Partners a transaction. */
  private static final int CHUNK = 500;

  /** Ranges for each thread, so that none waits long for the slowest. */
  private static final int RANGES_PER_THREAD = 4;

  /** The framework's manager step gets slow with more (technology.md, Spring Batch 6). */
  private static final int MAX_RANGES = 100;

  @Bean
  Step recalculateStep(
      JobRepository jobRepository,
      @Qualifier("recalculateRangeStep") Step recalculateRangeStep,
      Partitioner partnerRangePartitioner,
      RecalculationThreads threads,
      Progress progress) {
    return new StepBuilder(RECALCULATE, jobRepository)
        .partitioner(RANGE, partnerRangePartitioner)
        .step(recalculateRangeStep)
        .gridSize(Math.min(MAX_RANGES, threads.count() * RANGES_PER_THREAD))
        .taskExecutor(threads.executor())
        .listener(new ProgressListener(RECALCULATE, progress))
        .build();
  }

  @Bean
  @StepScope
  Partitioner partnerRangePartitioner(
      @Value("#{stepExecution}") StepExecution stepExecution,
      Dossiers dossiers,
      EvidenceMoment moment) {
    NightParameters parameters = NightParameters.from(stepExecution.getJobParameters());
    return new PartnerRangePartitioner(dossiers, moment.of(parameters.night()));
  }

  @Bean
  Step recalculateRangeStep(
      JobRepository jobRepository,
      PlatformTransactionManager transactionManager,
      ItemStreamReader<PartnerEvidence> dossierReader,
      ItemProcessor<PartnerEvidence, DecidedStanding> decider,
      ItemWriter<DecidedStanding> decisionWriter,
      Progress progress) {
    return new StepBuilder(RANGE, jobRepository)
        .<PartnerEvidence, DecidedStanding>chunk(CHUNK)
        .transactionManager(transactionManager)
        .reader(dossierReader)
        .processor(decider)
        .writer(decisionWriter)
        .interruptionPolicy(new StopOnInterruption())
        .listener(new ProgressListener(RECALCULATE, progress))
        .build();
  }

  @Bean
  @StepScope
  ItemStreamReader<PartnerEvidence> dossierReader(
      @Value("#{stepExecution}") StepExecution stepExecution,
      Dossiers dossiers,
      EvidenceMoment moment) {
    NightParameters parameters = NightParameters.from(stepExecution.getJobParameters());
    return new DossierReader(
        dossiers,
        PartnerRangePartitioner.rangeOf(stepExecution.getExecutionContext()),
        moment.of(parameters.night()));
  }

  @Bean
  @StepScope
  ItemProcessor<PartnerEvidence, DecidedStanding> decider(
      @Value("#{stepExecution}") StepExecution stepExecution,
      GetStandingRulesUseCase getStandingRules,
      EvidenceMoment moment) {
    NightParameters parameters = NightParameters.from(stepExecution.getJobParameters());
    StandingRules rules = getStandingRules.getRules(moment.of(parameters.night()));
    return evidence -> rules.decide(evidence, parameters.night().businessDate());
  }

  @Bean
  @StepScope
  ItemWriter<DecidedStanding> decisionWriter(
      @Value("#{stepExecution}") StepExecution stepExecution, Decisions decisions) {
    NightParameters parameters = NightParameters.from(stepExecution.getJobParameters());
    return chunk -> decisions.record(parameters.night(), List.copyOf(chunk.getItems()));
  }
}
