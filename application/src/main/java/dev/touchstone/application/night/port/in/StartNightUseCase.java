package dev.touchstone.application.night.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Starts a night in the background, on somebody's wish. */
public interface StartNightUseCase {

  /** Starts it, unless something speaks against it. */
  StartNightResult start(StartNightCommand command);

  /**
   * A wish for a night.
   *
   * @param businessDate its date; null for today in Europe/Rome
   * @param again whether a complete night is to be run once more, for files that came late
   * @param full whether all partners are to be decided, also those of whom nothing can have changed
   * @param actor whose wish it is
   */
  record StartNightCommand(
      @Nullable LocalDate businessDate, boolean again, boolean full, Actor actor) {}

  /** What came of it. */
  sealed interface StartNightResult {

    /** It runs now; an attempt that did not end goes on. */
    record Started(NightId night) implements StartNightResult {}

    /**
     * It does not run; nothing was done.
     *
     * @param reason one sentence that says why and what to do
     */
    record Refused(String reason) implements StartNightResult {}
  }
}
