package dev.touchstone.application.whatif.port.in;

/** Settles what a process that ended has left under way; called when the next one begins. */
public interface InterruptWhatIfsUseCase {

  /** Notes of all trials under way that they were interrupted. */
  void interruptWhatIfs();
}
