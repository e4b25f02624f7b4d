package dev.touchstone.application.appeal.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.domain.appeal.AppealId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Accepts appeals. */
public interface AcceptAppealUseCase {

  /**
   * Accepts one that is open, and decides its date once more by what is known now. What the night
   * stored stays; later nights see the same evidence and the same waiver by themselves.
   */
  AppealResult accept(AcceptAppealCommand command);

  /**
   * What is accepted.
   *
   * @param actor who rules
   * @param appeal which appeal
   * @param version the version that is ruled on
   * @param reason why
   * @param waiveUntil the first day on which the criterion is no longer waived for the partner; it
   *     is from the date of the decision on. Null to waive nothing
   */
  record AcceptAppealCommand(
      Actor actor, AppealId appeal, long version, String reason, @Nullable LocalDate waiveUntil) {}
}
