package dev.touchstone.application.integrity.service;

import dev.touchstone.application.integrity.port.out.IntegrityEvidence.SignedReferences;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.text.InternetDomain;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * References signed from the domain of the partner's website or contact e-mail. It is the partner's
 * own unless it is that of others, too, as with a provider of mail.
 *
 * @param email the signatory's, as written
 * @param domain its domain
 * @param references how many were signed
 */
record OwnDomainSignatory(PartnerId partner, String email, String domain, long references) {

  static Optional<OwnDomainSignatory> find(SignedReferences signed) {
    String email = signed.signatoryEmail();
    if (email == null) {
      return Optional.empty();
    }
    return InternetDomain.ofEmail(email)
        .filter(domain -> domainsOf(signed).anyMatch(domain::equals))
        .map(
            domain -> new OwnDomainSignatory(signed.partner(), email, domain, signed.references()));
  }

  private static Stream<String> domainsOf(SignedReferences signed) {
    return Stream.concat(
        Stream.ofNullable(signed.website()).flatMap(w -> InternetDomain.ofWebsite(w).stream()),
        Stream.ofNullable(signed.contactEmail()).flatMap(e -> InternetDomain.ofEmail(e).stream()));
  }
}
