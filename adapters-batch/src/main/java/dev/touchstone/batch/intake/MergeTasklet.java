package dev.touchstone.batch.intake;

import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.port.out.EvidenceStore;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Merges the pending files of one kind in order, one file a transaction: a file is in the evidence
 * whole or not at all. Counts, in rows: read, all; write, new and superseding ones; filter, ones
 * that say nothing new; process skip, rejected ones (each leaves a record).
 */
final class MergeTasklet implements Tasklet {

  private final EvidenceKind kind;
  private final IntakeFiles files;
  private final EvidenceStore evidence;
  private final EvidenceClock clock;

  MergeTasklet(EvidenceKind kind, IntakeFiles files, EvidenceStore evidence, EvidenceClock clock) {
    this.kind = kind;
    this.files = files;
    this.evidence = evidence;
    this.clock = clock;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    Intake intake = Intake.of(contribution.getStepExecution().getJobParameters());
    List<IntakeFile> pending = files.listPending(intake.delivery(), kind);
    if (pending.isEmpty()) {
      return RepeatStatus.FINISHED;
    }
    EvidenceStore.MergeCounts counts = evidence.merge(pending.get(0), clock.enter());
    for (long i = 0; i < counts.read(); i++) {
      contribution.incrementReadCount();
    }
    contribution.incrementWriteCount(counts.added() + counts.superseding());
    contribution.incrementFilterCount(counts.unchanged());
    contribution.incrementProcessSkipCount(counts.rejected());
    return RepeatStatus.continueIf(pending.size() > 1);
  }
}
