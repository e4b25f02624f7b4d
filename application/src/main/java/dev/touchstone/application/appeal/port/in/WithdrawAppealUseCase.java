package dev.touchstone.application.appeal.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.appeal.AppealResult;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.partner.PartnerId;

/** Takes appeals back. */
public interface WithdrawAppealUseCase {

  /** Withdraws one that is open. */
  AppealResult withdraw(WithdrawAppealCommand command);

  /**
   * What is taken back.
   *
   * @param actor who acts
   * @param partner whose appeal
   * @param appeal which
   * @param version the version that is withdrawn
   */
  record WithdrawAppealCommand(Actor actor, PartnerId partner, AppealId appeal, long version) {}
}
