package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.EvidenceRow;
import dev.touchstone.application.intake.Fault;
import org.jspecify.annotations.Nullable;

/** The rules of one kind of rows. */
interface RowParser<R extends EvidenceRow> {

  /**
   * Reads the values in the order of the kind's columns, because of several faults the first is
   * named.
   *
   * @throws BadValueException at the first value that is at fault
   */
  R read(RowValues values) throws BadValueException;

  /** What is wrong between good values: specialization, code, then dates; null for nothing. */
  @Nullable Fault findFault(R row);
}
