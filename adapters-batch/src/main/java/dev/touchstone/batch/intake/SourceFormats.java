package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.EvidenceKind;
import java.nio.file.Path;

/** Opens a file by the format of its kind: CSV or workbook. */
@FunctionalInterface
public interface SourceFormats {

  /**
   * Opens the file at its first row.
   *
   * @throws UnusableFileException if it is not what its kind says, or has no usable header
   */
  SourceRows open(Path file, EvidenceKind kind) throws UnusableFileException;
}
