package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import dev.touchstone.batch.step.DurableFiles;
import dev.touchstone.batch.step.FreePath;
import dev.touchstone.batch.step.NightParameters;
import dev.touchstone.batch.step.WholeMove;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Moves the files of a night to the archive beside the inbox. A file whose content changed since it
 * was taken is another file, and one that was not read is none of the night: it stays for the next.
 * What lies in the archive is never overwritten: another content of a name gets a number. Counts,
 * in files: read, all of the night; write, moved; filter, not there any more (moved before) or
 * left.
 *
 * <p>To an archive on another file system a file is copied under a hidden name first. A copy that
 * was broken off is made anew; where it was whole, only the original is left to remove.
 */
final class ArchiveTasklet implements Tasklet {

  private final IntakeFiles files;

  ArchiveTasklet(IntakeFiles files) {
    this.files = files;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    NightParameters parameters =
        NightParameters.from(contribution.getStepExecution().getJobParameters());
    if (parameters.keep()) {
      return RepeatStatus.FINISHED;
    }
    Path archive = parameters.besideInbox("archive");
    for (IntakeFile file : files.list(new Delivery.Night(parameters.night()))) {
      contribution.incrementReadCount();
      Path from = parameters.inbox().resolve(file.file().path());
      if (file.state() != IntakeFile.State.UNREAD && FileDigest.isUnchanged(from, file.file())) {
        move(from, archive.resolve(file.file().path()), file.file());
        contribution.incrementWriteCount(1);
      } else {
        contribution.incrementFilterCount();
      }
    }
    return RepeatStatus.FINISHED;
  }

  /** Another content that the archive has under a name stays; of the same, one is enough. */
  private static void move(Path from, Path wished, SourceFile file) throws IOException {
    Path to = FreePath.besideOthers(wished, archived -> FileDigest.isUnchanged(archived, file));
    if (Files.exists(to)) {
      DurableFiles.syncFolder(Objects.requireNonNull(to.getParent()));
      Files.delete(from);
    } else {
      WholeMove.move(from, to);
    }
  }
}
