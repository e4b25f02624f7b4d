package dev.touchstone.application.partner.service;

import dev.touchstone.application.partner.ChangePartnerResult;
import dev.touchstone.domain.partner.PartnerId;

/** How a partner is spoken of that is not there. */
final class UnknownPartner {

  private UnknownPartner() {}

  static String reason(PartnerId partner) {
    return "There is no partner %s. Ids are exact in case.".formatted(partner);
  }

  static ChangePartnerResult notFound(PartnerId partner) {
    return new ChangePartnerResult.NotFound(reason(partner));
  }
}
