package dev.touchstone.application.night;

import org.jspecify.annotations.Nullable;

/**
 * How the last attempt at a night ended that did not make it complete.
 *
 * @param kind in what way
 * @param step the step that failed; null where none did
 * @param reason one sentence that says why
 */
public record NightOutcome(Kind kind, @Nullable String step, String reason) {

  /** In what way an attempt can end. */
  public enum Kind {
    /** It demotes more than the policy lets pass, and waits for a person's word. */
    STOPPED_FOR_CONFIRMATION,
    /** A step failed. */
    FAILED,
    /** It was told to stop. */
    STOPPED
  }
}
