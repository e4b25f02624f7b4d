package dev.touchstone.batch.intake;

import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.port.in.ParseRowUseCase;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.EvidenceStore;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.application.intake.port.out.Rejects;
import dev.touchstone.batch.step.Progress;
import dev.touchstone.batch.step.ProgressListener;
import dev.touchstone.batch.step.StopOnInterruption;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes the steps that a night and an upload have in common. */
final class IntakeStepFactory {

  /** Rows a transaction; large, because each chunk costs a few updates of the ledger. */
  private static final int CHUNK = 2_000;

  private final JobRepository jobRepository;
  private final PlatformTransactionManager transactionManager;
  private final Progress progress;
  private final ItemStreamReader<IntakeItem> reader;
  private final ParseRowUseCase parseRow;
  private final IntakeFiles files;
  private final EvidenceStage stage;
  private final EvidenceStore evidence;
  private final EvidenceClock clock;
  private final Rejects rejects;
  private final RejectReports reports;

  IntakeStepFactory(
      JobRepository jobRepository,
      PlatformTransactionManager transactionManager,
      Progress progress,
      ItemStreamReader<IntakeItem> reader,
      ParseRowUseCase parseRow,
      IntakeFiles files,
      EvidenceStage stage,
      EvidenceStore evidence,
      EvidenceClock clock,
      Rejects rejects,
      RejectReports reports) {
    this.jobRepository = jobRepository;
    this.transactionManager = transactionManager;
    this.progress = progress;
    this.reader = reader;
    this.parseRow = parseRow;
    this.files = files;
    this.stage = stage;
    this.evidence = evidence;
    this.clock = clock;
    this.rejects = rejects;
    this.reports = reports;
  }

  /** Reads, parses and stages the delivery's files of a kind. */
  Step stage(EvidenceKind kind) {
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
        .writer(new StagingWriter(files, stage))
        .interruptionPolicy(new StopOnInterruption())
        .listener(new ProgressListener(name, progress))
        // A resumed delivery stages again what it has not merged: see EvidenceStage.
        .allowStartIfComplete(true)
        .build();
  }

  /** Merges the staged files of a kind. */
  Step merge(EvidenceKind kind) {
    return tasklet(IntakeSteps.merge(kind), new MergeTasklet(kind, files, evidence, clock));
  }

  /** Leaves the reports of rejected rows. */
  Step report() {
    return tasklet(IntakeSteps.REPORT, new RejectReportTasklet(files, rejects, reports));
  }

  /** Any other step of the intake. */
  Step tasklet(String name, Tasklet tasklet) {
    return new StepBuilder(name, jobRepository)
        .tasklet(tasklet, transactionManager)
        .listener((StepExecutionListener) new ProgressListener(name, progress))
        .build();
  }
}
