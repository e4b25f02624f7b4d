package dev.touchstone.application.directory.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.directory.OfferResult;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.partner.PartnerId;

/** Changes what an offer says, by a new version of it. */
public interface ChangeOfferUseCase {

  /** Changes one that is not withdrawn, unless something speaks against it. */
  OfferResult change(ChangeOfferCommand command);

  /**
   * What to change.
   *
   * @param actor who acts
   * @param partner whose offer
   * @param offer which
   * @param version the version that is changed
   * @param content all that it is to say
   */
  record ChangeOfferCommand(
      Actor actor, PartnerId partner, OfferId offer, long version, OfferContent content) {}
}
