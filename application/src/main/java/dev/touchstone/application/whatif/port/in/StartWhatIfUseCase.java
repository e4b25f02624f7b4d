package dev.touchstone.application.whatif.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.whatif.WhatIfId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Has a candidate policy tried on all partners in the background (domain.md, Policy Version). */
public interface StartWhatIfUseCase {

  /** Starts a trial, unless something speaks against it. */
  StartWhatIfResult start(StartWhatIfCommand command);

  /**
   * What to try.
   *
   * @param candidate the candidate
   * @param date the date of the dossiers; null for that of the latest complete night. What the
   *     night of the date knew is what is known; where no night ran, what is known now
   * @param actor whose wish it is
   */
  record StartWhatIfCommand(PolicyFile candidate, @Nullable LocalDate date, Actor actor) {}

  /** What came of it. */
  sealed interface StartWhatIfResult {

    /** It runs, or will run after others. */
    record Started(WhatIfId id) implements StartWhatIfResult {}

    /**
     * Too many are under way; nothing was done.
     *
     * @param reason one sentence
     */
    record Busy(String reason) implements StartWhatIfResult {}

    /**
     * It cannot be run; nothing was done.
     *
     * @param reason one sentence that says why and what to do
     */
    record Refused(String reason) implements StartWhatIfResult {}
  }
}
