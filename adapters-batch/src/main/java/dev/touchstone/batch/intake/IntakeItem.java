package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.SourceRow;

/** What flows through a staging step, in the order of the files. */
sealed interface IntakeItem {

  /** The file it belongs to. */
  IntakeFile file();

  /** A row as the file has it. */
  record Read(IntakeFile file, SourceRow row) implements IntakeItem {}

  /** A row after parsing. */
  record Parsed(IntakeFile file, ParsedRow row) implements IntakeItem {}

  /** The file cannot be used, whatever was read of it so far. */
  record Unusable(IntakeFile file, Fault fault) implements IntakeItem {}

  /** The file is gone, or another than was found. */
  record Unread(IntakeFile file, Fault fault) implements IntakeItem {}
}
