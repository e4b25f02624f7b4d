package dev.touchstone.application.night;

import dev.touchstone.domain.time.NightId;

/** What came at once of a wish for a night that is to run in the background. */
public sealed interface NightLaunch {

  /** It runs now. */
  record Launched(NightId night) implements NightLaunch {}

  /** It is complete; nothing was done. */
  record AlreadyComplete(NightId night) implements NightLaunch {}

  /**
   * It does not run; nothing was done.
   *
   * @param reason one sentence that says why and what to do
   */
  record Refused(String reason) implements NightLaunch {}
}
