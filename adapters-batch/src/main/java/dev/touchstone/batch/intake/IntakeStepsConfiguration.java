package dev.touchstone.batch.intake;

import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.port.in.ParseRowUseCase;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.EvidenceStore;
import dev.touchstone.application.intake.port.out.NightFiles;
import dev.touchstone.application.intake.port.out.Rejects;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.Progress;
import dev.touchstone.batch.step.ProgressListener;
import dev.touchstone.batch.step.StopOnInterruption;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
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

  /** Rows a transaction; large, because each chunk costs a few updates of the ledger. */
  private static final int CHUNK = 2_000;

  private final JobRepository jobRepository;
  private final PlatformTransactionManager transactionManager;
  private final Progress progress;

  /** Takes what all steps need. */
  public IntakeStepsConfiguration(
      JobRepository jobRepository,
      PlatformTransactionManager transactionManager,
      Progress progress) {
    this.jobRepository = jobRepository;
    this.transactionManager = transactionManager;
    this.progress = progress;
  }

  /** From the inbox to the evidence: registers the files, takes kind after kind, reports. */
  @Bean
  Flow intakeFlow(
      ItemStreamReader<IntakeItem> stagingReader,
      ParseRowUseCase parseRow,
      NightFiles files,
      EvidenceStage stage,
      EvidenceStore evidence,
      Rejects rejects,
      RejectReports reports,
      EvidenceClock clock) {
    FlowBuilder<Flow> flow =
        new FlowBuilder<Flow>("intake")
            .start(tasklet(IntakeSteps.REGISTER, new RegisterInboxTasklet(files)));
    for (EvidenceKind kind : EvidenceKind.values()) {
      flow.next(stage(kind, stagingReader, parseRow, new StagingWriter(files, stage)));
      flow.next(tasklet(IntakeSteps.merge(kind), new MergeTasklet(kind, files, evidence, clock)));
    }
    return flow.next(tasklet(IntakeSteps.REPORT, new RejectReportTasklet(files, rejects, reports)))
        .build();
  }

  /** Moves the night's files out of the inbox, when all else is done. */
  @Bean
  Step archiveInboxStep(NightFiles files) {
    return tasklet(IntakeSteps.ARCHIVE, new ArchiveTasklet(files));
  }

  @Bean
  @StepScope
  ItemStreamReader<IntakeItem> stagingReader(
      @Value("#{stepExecution}") StepExecution stepExecution,
      NightFiles files,
      EvidenceStage stage,
      SourceFormats formats) {
    return new StagingReader(
        NightParameters.from(stepExecution.getJobParameters()),
        IntakeSteps.kindOf(stepExecution.getStepName()),
        files,
        stage,
        formats);
  }

  private Step stage(
      EvidenceKind kind,
      ItemStreamReader<IntakeItem> reader,
      ParseRowUseCase parseRow,
      StagingWriter writer) {
    ItemProcessor<IntakeItem, IntakeItem> parser =
        item ->
            item instanceof IntakeItem.Read read
                ? new IntakeItem.Parsed(read.file(), parseRow.parse(kind, read.row()))
                : item;
    String name = IntakeSteps.stage(kind);
    return new StepBuilder(name, jobRepository)
        .<IntakeItem, IntakeItem>chunk(CHUNK)
        .transactionManager(transactionManager)
        .reader(reader)
        .processor(parser)
        .writer(writer)
        .interruptionPolicy(new StopOnInterruption())
        .listener(new ProgressListener(name, progress))
        // A resumed night stages again what it has not merged: see EvidenceStage.
        .allowStartIfComplete(true)
        .build();
  }

  private Step tasklet(String name, Tasklet tasklet) {
    return new StepBuilder(name, jobRepository)
        .tasklet(tasklet, transactionManager)
        .listener((StepExecutionListener) new ProgressListener(name, progress))
        .build();
  }
}
