package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.NightFile;
import dev.touchstone.application.intake.RejectedRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the report of one file's rejected rows in the format of its kind. */
@FunctionalInterface
public interface RejectReports {

  /**
   * Writes a report, whole or not at all.
   *
   * @param file the file of the night
   * @param original where its content lies
   * @param rejected what was rejected of it, in order; one entry without a place for a file
   *     rejected whole
   * @param target where the report goes; for a file rejected whole a name of its own beside it
   */
  void write(NightFile file, Path original, List<RejectedRow> rejected, Path target)
      throws IOException;
}
