package dev.touchstone.application.standing.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.standing.RecordedWaiver;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Ends waivers before their time. */
public interface EndWaiverUseCase {

  /** Ends one, unless something speaks against it. */
  EndWaiverResult end(EndWaiverCommand command);

  /**
   * What is to be ended.
   *
   * @param id which waiver
   * @param on the first day on which it no longer holds; its first day takes it back whole; null
   *     for the earliest day that is not past: today in Europe/Rome, or its first day
   * @param by who answers for it, and why
   * @param revision the revision of the waiver to which the wish is made; null to end whatever
   *     there is
   * @param actor who wishes it
   */
  record EndWaiverCommand(
      WaiverId id,
      @Nullable LocalDate on,
      Waiver.Ending by,
      @Nullable Long revision,
      Actor actor) {}

  /** How it went. */
  sealed interface EndWaiverResult {

    /** It ends as asked for. */
    record Ended(RecordedWaiver recorded) implements EndWaiverResult {}

    /** It is at another revision than the wish is made to; it was left as it is. */
    record Stale() implements EndWaiverResult {}

    /**
     * It was left as it is.
     *
     * @param reason one sentence that says why
     */
    record Refused(String reason) implements EndWaiverResult {}
  }
}
