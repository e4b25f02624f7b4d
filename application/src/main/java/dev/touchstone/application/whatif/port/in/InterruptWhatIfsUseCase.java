package dev.touchstone.application.whatif.port.in;

/**
 * Settles what a process that ended has left under way; called when the next one begins, and before
 * a trial is opened.
 */
public interface InterruptWhatIfsUseCase {

  /** Notes of the trials under way whose process has ended that they were interrupted. */
  void interruptWhatIfs();
}
