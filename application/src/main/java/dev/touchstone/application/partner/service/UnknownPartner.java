package dev.touchstone.application.partner.service;

import dev.touchstone.application.partner.ChangePartnerResult;

/** How a partner is spoken of that is not there. */
final class UnknownPartner {

  /** Without its id, which may be any text. */
  static final String REASON = "There is no such partner; ids are exact in case.";

  private UnknownPartner() {}

  static ChangePartnerResult notFound() {
    return new ChangePartnerResult.NotFound(REASON);
  }
}
