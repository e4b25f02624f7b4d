package dev.touchstone.application.intake.port.out;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.RejectedRow;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The rejected rows and files of the nights. */
public interface Rejects {

  /**
   * Streams what all runs of a date rejected, sorted by file (byte order), sheet (its position in
   * the workbook) and line; a file rejected whole comes as one entry.
   */
  void forEachOn(LocalDate businessDate, Consumer<RejectedRow> consumer);

  /** What was rejected of one file, by sheet position and line; the caller closes the stream. */
  Stream<RejectedRow> streamOf(IntakeFile file);
}
