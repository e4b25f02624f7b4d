package dev.touchstone.application.appeal.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.domain.appeal.AppealId;

/** Rejects appeals. */
public interface RejectAppealUseCase {

  /** Rejects one that is open. */
  AppealResult reject(RejectAppealCommand command);

  /**
   * What is rejected.
   *
   * @param actor who rules
   * @param appeal which appeal
   * @param version the version that is ruled on
   * @param reason why
   */
  record RejectAppealCommand(Actor actor, AppealId appeal, long version, String reason) {}
}
