package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.NightFile;
import dev.touchstone.application.intake.port.out.NightFiles;
import dev.touchstone.batch.step.NightParameters;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Fixes which files a night takes. Counts: read, every file found; filter, files whose content the
 * night has taken already; write, the others.
 */
final class RegisterInboxTasklet implements Tasklet {

  private final NightFiles files;

  RegisterInboxTasklet(NightFiles files) {
    this.files = files;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    NightParameters parameters =
        NightParameters.from(contribution.getStepExecution().getJobParameters());
    InboxScanner.Contents contents = InboxScanner.scan(parameters.inbox());
    List<NightFile> registered = files.register(parameters.night(), contents.files());
    for (NightFile file : registered) {
      contribution.incrementReadCount();
      if (file.state() == NightFile.State.REPEATED) {
        contribution.incrementFilterCount();
      } else {
        contribution.incrementWriteCount(1);
      }
    }
    return RepeatStatus.FINISHED;
  }
}
