package dev.touchstone.application.intake.port.out;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import java.util.List;

/**
 * Where parsed rows wait until their whole file is merged. What is staged may be lost when the
 * database crashes; {@link EvidenceStore#merge} notices, and the file is then read again.
 */
public interface EvidenceStage {

  /** Forgets what was staged of a file, so that it can be read from its start. */
  void clear(IntakeFile file);

  /** Stages rows of a file, within the caller's transaction. */
  void add(IntakeFile file, List<ParsedRow> rows);
}
