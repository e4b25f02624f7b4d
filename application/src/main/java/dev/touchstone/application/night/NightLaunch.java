package dev.touchstone.application.night;

import dev.touchstone.domain.time.NightId;

/** What came at once of a wish for a night that is to run in the background. */
public sealed interface NightLaunch {

  /** It runs now. */
  record Launched(NightId night) implements NightLaunch {}

  /** It is complete; nothing was done. */
  record AlreadyComplete(NightId night) implements NightLaunch {}

  /** It does not run; nothing was done. */
  sealed interface NotLaunched extends NightLaunch {
    /** One sentence that says why and what to do. */
    String reason();
  }

  /** A process runs a night on this database. */
  record Busy(String reason) implements NotLaunched {}

  /** No policy is in force on the date. */
  record NoPolicy(String reason) implements NotLaunched {}

  /** Anything else. */
  record Refused(String reason) implements NotLaunched {}
}
