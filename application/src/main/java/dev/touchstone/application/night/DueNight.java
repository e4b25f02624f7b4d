package dev.touchstone.application.night;

import dev.touchstone.domain.time.NightId;
import org.jspecify.annotations.Nullable;

/** What has become of a night whose time has come. */
public sealed interface DueNight {

  /**
   * It was started, or goes on.
   *
   * @param night which one
   * @param after how the attempt before ended, in a sentence; null where there was none
   */
  record Started(NightId night, @Nullable String after) implements DueNight {}

  /** It is complete; there is nothing to do. */
  record Complete(NightId night) implements DueNight {}

  /** A process runs a night on this database; nothing was done. */
  record Running() implements DueNight {}

  /** A night of a later date has been begun, and nights only go forward; nothing is to be done. */
  record Overtaken(NightId by) implements DueNight {}

  /** There was no night before it, so that none was missed; nothing is to be done. */
  record NothingMissed() implements DueNight {}

  /**
   * It waits for a person's word; nothing was done.
   *
   * @param night which one
   * @param reason what it would do, in words
   */
  record Unconfirmed(NightId night, String reason) implements DueNight {}

  /**
   * It has failed in a way that is known to last; nothing was done.
   *
   * @param night which one
   * @param reason how, in a sentence
   */
  record GivenUp(NightId night, String reason) implements DueNight {}

  /** No policy is in force on its date; nothing was done. */
  record NoPolicy(String reason) implements DueNight {}

  /**
   * It does not run; nothing was done.
   *
   * @param reason one sentence that says why and what to do
   */
  record Refused(String reason) implements DueNight {}
}
