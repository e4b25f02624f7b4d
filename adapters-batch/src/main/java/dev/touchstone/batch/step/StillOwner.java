package dev.touchstone.batch.step;

/**
 * Makes sure that the night is still this process's to run, right before something is done that no
 * transaction takes back.
 */
@FunctionalInterface
public interface StillOwner {

  /** Throws if another process has taken over, or if the step's connection has been lost. */
  void require();
}
