package dev.touchstone.application.night;

/** How far a night is. */
public enum NightState {
  /** Everything was done. */
  COMPLETE,
  /** A process is at it. */
  RUNNING,
  /** It demotes more than the policy lets pass, and waits for a person's word. */
  STOPPED_FOR_CONFIRMATION,
  /** A step failed; run again it goes on. */
  FAILED,
  /** It was stopped, or its process died; run again it goes on. */
  UNFINISHED;

  /** Whether every partner was decided. */
  public boolean isDecided() {
    return this == COMPLETE || this == STOPPED_FOR_CONFIRMATION;
  }
}
