package dev.touchstone.application.night;

/**
 * The process that ran a night has lost its connection with the night lock, and another has taken
 * the night over. Nothing of the transaction under way comes to last.
 */
public final class NightTakenOverException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says so. */
  public NightTakenOverException() {
    super(
        "This process has lost its connection with the night lock, and another one has taken over.");
  }
}
