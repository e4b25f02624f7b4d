package dev.touchstone.application.directory.service;

import dev.touchstone.application.directory.KeptOffer;
import dev.touchstone.application.directory.OfferResult;
import dev.touchstone.application.directory.port.out.Offers;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.partner.PartnerId;
import java.util.Optional;
import java.util.function.Function;

/** What all changes of an offer ask first. Nobody else writes offers meanwhile. */
final class OfferChange {

  private OfferChange() {}

  /**
   * Makes a change to an offer that stands and has the version.
   *
   * @param change is given the offer
   */
  static OfferResult of(
      Offers offers,
      PartnerId partner,
      OfferId id,
      long version,
      Function<KeptOffer, OfferResult> change) {
    Optional<KeptOffer> found = offers.find(partner, id);
    if (found.isEmpty()) {
      return new OfferResult.NotFound("The partner has no offer %s.".formatted(id));
    }
    KeptOffer offer = found.get();
    if (offer.version() != version) {
      return new OfferResult.Stale();
    }
    if (offer.withdrawn()) {
      return new OfferResult.Withdrawn("Offer %s is withdrawn: create another.".formatted(id));
    }
    return change.apply(offer);
  }
}
