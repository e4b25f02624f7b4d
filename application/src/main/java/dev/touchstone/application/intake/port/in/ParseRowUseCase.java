package dev.touchstone.application.intake.port.in;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.SourceRow;

/** Turns a row as the file has it into typed values, or says what is wrong with it. */
public interface ParseRowUseCase {

  /** Never fails: what is wrong with the row is in the result. Safe for use by several threads. */
  ParsedRow parse(EvidenceKind kind, SourceRow row);
}
