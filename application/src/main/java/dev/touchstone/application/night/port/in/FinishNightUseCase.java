package dev.touchstone.application.night.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.domain.time.NightId;

/** Lets a night go on in the background that has not come to its end. */
public interface FinishNightUseCase {

  /** Lets it go on, unless something speaks against it. */
  FinishNightResult finish(FinishNightCommand command);

  /**
   * A wish to finish a night.
   *
   * @param night which one
   * @param confirm whether a person says that it may be published whatever it demotes: then it must
   *     be one that waits for this word
   * @param actor whose wish it is
   */
  record FinishNightCommand(NightId night, boolean confirm, Actor actor) {}

  /** What came of it. */
  sealed interface FinishNightResult {

    /** It runs now. */
    record Started() implements FinishNightResult {}

    /** There is no such night. */
    record Unknown() implements FinishNightResult {}

    /**
     * It does not run; nothing was done.
     *
     * @param reason one sentence that says why and what to do
     */
    record Refused(String reason) implements FinishNightResult {}
  }
}
