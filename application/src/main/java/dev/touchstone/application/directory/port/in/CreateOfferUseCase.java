package dev.touchstone.application.directory.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.directory.OfferResult;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.partner.PartnerId;

/** Puts offers into the directory; the next night publishes them. */
public interface CreateOfferUseCase {

  /** Creates one, unless something speaks against it. */
  OfferResult create(CreateOfferCommand command);

  /**
   * What to offer.
   *
   * @param actor who acts
   * @param partner for whom
   * @param content what it says
   */
  record CreateOfferCommand(Actor actor, PartnerId partner, OfferContent content) {}
}
