package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the pending files of one kind, one after the other. It keeps no position: what is staged
 * does not outlive a crash of the database for certain, so a step that starts again reads every
 * file that has not been merged from its beginning.
 */
final class StagingReader implements ItemStreamReader<IntakeItem> {

  private final Intake intake;
  private final EvidenceKind kind;
  private final IntakeFiles files;
  private final EvidenceStage stage;
  private final SourceFormats formats;

  private final Deque<IntakeFile> pending = new ArrayDeque<>();
  private @Nullable OpenFile current;

  private record OpenFile(IntakeFile file, SourceRows rows) {}

  StagingReader(
      Intake intake,
      EvidenceKind kind,
      IntakeFiles files,
      EvidenceStage stage,
      SourceFormats formats) {
    this.intake = intake;
    this.kind = kind;
    this.files = files;
    this.stage = stage;
    this.formats = formats;
  }

  @Override
  public void open(ExecutionContext executionContext) {
    pending.clear();
    List<IntakeFile> toRead = files.listPending(intake.delivery(), kind);
    pending.addAll(toRead);
  }

  @Override
  public @Nullable IntakeItem read() throws IOException {
    while (true) {
      OpenFile open = current;
      if (open == null) {
        IntakeFile next = pending.poll();
        if (next == null) {
          return null;
        }
        stage.clear(next);
        Path path = intake.folder().resolve(next.file().path());
        Fault unread = findUnread(path, next);
        if (unread != null) {
          return new IntakeItem.Unread(next, unread);
        }
        try {
          current = new OpenFile(next, formats.open(path, kind));
        } catch (UnusableFileException unusable) {
          return new IntakeItem.Unusable(next, unusable.fault());
        }
        continue;
      }
      try {
        SourceRow row = open.rows().next();
        if (row != null) {
          return new IntakeItem.Read(open.file(), row);
        }
        closeCurrent();
      } catch (UnusableFileException unusable) {
        closeCurrent();
        return new IntakeItem.Unusable(open.file(), unusable.fault());
      }
    }
  }

  /** Why a file is not what was found; null where it is. */
  private static @Nullable Fault findUnread(Path path, IntakeFile file) {
    if (!Files.exists(path)) {
      return unread("The file is no longer in the inbox; put it there again");
    }
    if (!Files.isReadable(path)) {
      return unread("The file may not be read; give the night the right to read it");
    }
    return FileDigest.isUnchanged(path, file.file())
        ? null
        : unread(
            "The file changed while the night was running; the next night reads it as it is then");
  }

  private static Fault unread(String why) {
    return new Fault(RejectReason.FILE_UNREADABLE, why, List.of());
  }

  private void closeCurrent() throws IOException {
    OpenFile open = current;
    current = null;
    if (open != null) {
      open.rows().close();
    }
  }

  @Override
  public void close() {
    try {
      closeCurrent();
    } catch (IOException e) {
      throw new ItemStreamException("A file of the inbox could not be closed", e);
    }
  }
}
