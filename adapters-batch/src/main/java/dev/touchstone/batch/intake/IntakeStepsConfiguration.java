package dev.touchstone.batch.intake;

import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.port.in.ParseRowUseCase;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.EvidenceStore;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.intake.port.out.Rejects;
import dev.touchstone.batch.step.Progress;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The steps of the intake. Each kind has two: one reads, parses and stages its files in chunks, the
 * other merges each file whole.
 */
@Configuration(proxyBeanMethods = false)
public class IntakeStepsConfiguration {

  @Bean
  IntakeStepFactory intakeStepFactory(
      JobRepository jobRepository,
      PlatformTransactionManager transactionManager,
      Progress progress,
      ItemStreamReader<IntakeItem> stagingReader,
      ParseRowUseCase parseRow,
      IntakeFiles files,
      EvidenceStage stage,
      EvidenceStore evidence,
      EvidenceClock clock,
      Rejects rejects,
      RejectReports reports) {
    return new IntakeStepFactory(
        jobRepository,
        transactionManager,
        progress,
        stagingReader,
        parseRow,
        files,
        stage,
        evidence,
        clock,
        rejects,
        reports);
  }

  /** From the inbox to the evidence: registers the files, takes kind after kind, reports. */
  @Bean
  Flow intakeFlow(IntakeStepFactory steps, IntakeFiles files) {
    FlowBuilder<Flow> flow =
        new FlowBuilder<Flow>("intake")
            .start(steps.tasklet(IntakeSteps.REGISTER, new RegisterInboxTasklet(files)));
    for (EvidenceKind kind : EvidenceKind.values()) {
      flow.next(steps.stage(kind)).next(steps.merge(kind));
    }
    return flow.next(steps.report()).build();
  }

  /** From a registered workbook to the evidence, by the same steps. */
  @Bean
  Flow workbookFlow(IntakeStepFactory steps) {
    return new FlowBuilder<Flow>("workbook")
        .start(steps.stage(EvidenceKind.SURVEYS))
        .next(steps.merge(EvidenceKind.SURVEYS))
        .next(steps.report())
        .build();
  }

  /** Moves the night's files out of the inbox, when all else is done. */
  @Bean
  Step archiveInboxStep(IntakeStepFactory steps, IntakeFiles files) {
    return steps.tasklet(IntakeSteps.ARCHIVE, new ArchiveTasklet(files));
  }

  @Bean
  @StepScope
  ItemStreamReader<IntakeItem> stagingReader(
      @Value("#{stepExecution}") StepExecution stepExecution,
      IntakeFiles files,
      EvidenceStage stage,
      SourceFormats formats) {
    return new StagingReader(
        Intake.of(stepExecution.getJobParameters()),
        IntakeSteps.kindOf(stepExecution.getStepName()),
        files,
        stage,
        formats);
  }
}
