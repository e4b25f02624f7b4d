package dev.touchstone.application.standing.port.in;

import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import java.time.LocalDate;

/** Ends waivers before their time. */
public interface EndWaiverUseCase {

  /** Ends one, unless something speaks against it. */
  EndWaiverResult end(EndWaiverCommand command);

  /**
   * What is to be ended.
   *
   * @param id which waiver
   * @param on the first day on which it no longer holds; its first day takes it back whole
   * @param by who answers for it, and why
   */
  record EndWaiverCommand(WaiverId id, LocalDate on, Waiver.Ending by) {}

  /** How it went. */
  sealed interface EndWaiverResult {

    /** It ends as asked for. */
    record Ended(Waiver waiver) implements EndWaiverResult {}

    /**
     * It was left as it is.
     *
     * @param reason one sentence that says why
     */
    record Refused(String reason) implements EndWaiverResult {}
  }
}
