package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;

/** Ends the reading of a row at its first bad value. Without a stack trace: bad rows are common. */
final class BadValueException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  BadValueException(String column, RejectReason reason, String detail) {
    super(detail, null, false, false);
    this.fault = Fault.in(column, reason, detail);
  }

  Fault fault() {
    return fault;
  }
}
