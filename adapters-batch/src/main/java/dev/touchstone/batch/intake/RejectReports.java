package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.RejectedRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

/** Writes the report of a file's rejected rows in the format of its kind. */
@FunctionalInterface
public interface RejectReports {

  /**
   * Writes a report, whole or not at all.
   *
   * @param kind the kind of the file
   * @param original the file as it came
   * @param rejected its rejected rows, in order of sheets and lines
   * @param target where the report goes
   */
  void write(EvidenceKind kind, Path original, Iterator<RejectedRow> rejected, Path target)
      throws IOException;
}
