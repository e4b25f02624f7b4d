package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.application.intake.port.out.IntakeFiles;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stages the rows of a chunk file by file, and rejects files that turn out not to be usable. */
final class StagingWriter implements ItemWriter<IntakeItem> {

  private final IntakeFiles files;
  private final EvidenceStage stage;

  StagingWriter(IntakeFiles files, EvidenceStage stage) {
    this.files = files;
    this.stage = stage;
  }

  @Override
  public void write(Chunk<? extends IntakeItem> chunk) {
    List<ParsedRow> rows = new ArrayList<>(chunk.size());
    IntakeFile of = null;
    for (IntakeItem item : chunk) {
      if (of != null && of.id() != item.file().id()) {
        stage.add(of, List.copyOf(rows));
        rows.clear();
        of = null;
      }
      if (item instanceof IntakeItem.Parsed parsed) {
        of = parsed.file();
        rows.add(parsed.row());
      } else if (item instanceof IntakeItem.Unusable unusable) {
        // Rows of the same file that wait in this chunk are lost with it, as they should be.
        rows.clear();
        of = null;
        files.reject(unusable.file(), unusable.fault());
      } else if (item instanceof IntakeItem.Unread unread) {
        files.rejectUnread(unread.file(), unread.fault());
      } else {
        throw new IllegalStateException("Rows are parsed before they are staged: " + item);
      }
    }
    if (of != null) {
      stage.add(of, List.copyOf(rows));
    }
  }
}
