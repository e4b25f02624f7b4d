package dev.touchstone.batch.recalculation;

import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.application.recalculation.port.out.Recalculations;
import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.batch.step.EvidenceMoment;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.Progress;
import dev.touchstone.batch.step.ProgressListener;
import dev.touchstone.batch.step.StopOnInterruption;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/**
 * The recalculation: of the partners whom the night decides, ranges are streamed side by side,
 * decided and recorded.
 */
@Configuration(proxyBeanMethods = false)
public class RecalculationStepConfiguration {

  /** The step's name. */
  public static final String RECALCULATE = "recalculate";

  private static final String RANGE = "recalculate-range";

  /** Partners a page and a transaction: with fewer, talk and commits take over. */
  private static final int CHUNK = 2000;

  /** Chosen partners for which a range of its own, on two connections, is worth its while. */
  private static final int LEAST_CHOSEN = 500;

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
      Recalculations recalculations,
      Dossiers dossiers,
      EvidenceMoment moment) {
    NightId night = NightParameters.from(stepExecution.getJobParameters()).night();
    Instant knownAt = moment.of(night);
    return new PartnerRangePartitioner(
        recalculations.getScope(night) instanceof RecalculationScope.Changed chosen
            ? parts -> recalculations.partition(night, rangesFor(chosen, parts))
            : parts -> dossiers.partition(parts, knownAt));
  }

  private static int rangesFor(RecalculationScope.Changed chosen, int most) {
    return (int) Math.max(1, Math.min(most, chosen.partners() / LEAST_CHOSEN));
  }

  @Bean
  Step recalculateRangeStep(
      JobRepository jobRepository,
      PlatformTransactionManager transactionManager,
      ItemStreamReader<PartnerEvidence> dossierReader,
      ItemProcessor<PartnerEvidence, Recalculated> decider,
      ItemWriter<Recalculated> decisionWriter,
      Progress progress) {
    return new StepBuilder(RANGE, jobRepository)
        .<PartnerEvidence, Recalculated>chunk(CHUNK)
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
      Recalculations recalculations,
      Dossiers dossiers,
      EvidenceMoment moment) {
    NightId night = NightParameters.from(stepExecution.getJobParameters()).night();
    PartnerRange range = PartnerRangePartitioner.rangeOf(stepExecution.getExecutionContext());
    Instant knownAt = moment.of(night);
    return new DossierReader(
        recalculations.getScope(night) instanceof RecalculationScope.All
            ? after -> dossiers.open(range, after, knownAt)
            : after ->
                new ChosenDossiers(recalculations, dossiers, night, range, after, knownAt, CHUNK));
  }

  @Bean
  @StepScope
  ItemProcessor<PartnerEvidence, Recalculated> decider(
      @Value("#{stepExecution}") StepExecution stepExecution,
      GetStandingRulesUseCase getStandingRules,
      EvidenceMoment moment) {
    NightId night = NightParameters.from(stepExecution.getJobParameters()).night();
    LocalDate date = night.businessDate();
    StandingRules rules = getStandingRules.getRules(moment.of(night));
    return evidence -> {
      DecidedStanding decided = rules.decide(evidence, date);
      return new Recalculated(decided, rules.findNextChange(evidence, date, decided.standing()));
    };
  }

  @Bean
  @StepScope
  ItemWriter<Recalculated> decisionWriter(
      @Value("#{stepExecution}") StepExecution stepExecution,
      Decisions decisions,
      Recalculations recalculations) {
    NightId night = NightParameters.from(stepExecution.getJobParameters()).night();
    return chunk -> {
      Map<PartnerId, @Nullable LocalDate> due = new LinkedHashMap<>();
      chunk.forEach(one -> due.put(one.decided().decision().partner(), one.dueOn()));
      decisions.record(night, chunk.getItems().stream().map(Recalculated::decided).toList());
      recalculations.recordDue(due);
    };
  }
}
