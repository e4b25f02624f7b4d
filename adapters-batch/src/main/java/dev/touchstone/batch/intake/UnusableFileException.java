package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.Fault;

/** A file that cannot be used as what its name says; it is rejected whole. */
public final class UnusableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  /** Takes one of the reasons for files, with a sentence for whoever sent the file. */
  public UnusableFileException(Fault fault) {
    super(fault.detail());
    this.fault = fault;
  }

  /** What is wrong with the file. */
  public Fault fault() {
    return fault;
  }
}
