package dev.touchstone.application.directory.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.directory.OfferResult;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.partner.PartnerId;

/** Takes offers out of the directory; the partner can still read them. */
public interface WithdrawOfferUseCase {

  /** Withdraws one. */
  OfferResult withdraw(WithdrawOfferCommand command);

  /**
   * What to withdraw.
   *
   * @param actor who acts
   * @param partner whose offer
   * @param offer which
   * @param version the version that is withdrawn
   */
  record WithdrawOfferCommand(Actor actor, PartnerId partner, OfferId offer, long version) {}
}
