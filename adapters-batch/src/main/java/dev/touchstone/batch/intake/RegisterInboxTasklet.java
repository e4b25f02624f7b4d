package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.batch.step.NightParameters;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Fixes which files a night takes. Counts: read, every file found; filter, files whose content the
 * night has taken already; write, the others.
 */
final class RegisterInboxTasklet implements Tasklet {

  private static final String IGNORED = "inbox.ignored";

  private final IntakeFiles files;

  RegisterInboxTasklet(IntakeFiles files) {
    this.files = files;
  }

  /** The paths below the inbox of files that no kind claimed, as the step found them. */
  static List<String> ignoredIn(ExecutionContext context) {
    return context.getString(IGNORED, "").lines().toList();
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    NightParameters parameters =
        NightParameters.from(contribution.getStepExecution().getJobParameters());
    InboxScanner.Contents contents = InboxScanner.scan(parameters.inbox());
    List<IntakeFile> registered =
        files.register(new Delivery.Night(parameters.night()), contents.files());
    for (IntakeFile file : registered) {
      contribution.incrementReadCount();
      if (file.state() == IntakeFile.State.REPEATED) {
        contribution.incrementFilterCount();
      } else {
        contribution.incrementWriteCount(1);
      }
    }
    contribution
        .getStepExecution()
        .getExecutionContext()
        .putString(IGNORED, String.join("\n", contents.ignored()));
    return RepeatStatus.FINISHED;
  }
}
