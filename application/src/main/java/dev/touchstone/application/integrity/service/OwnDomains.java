package dev.touchstone.application.integrity.service;

import dev.touchstone.application.integrity.port.out.IntegrityEvidence.Contact;
import dev.touchstone.application.integrity.port.out.IntegrityEvidence.SignedReferences;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.text.InternetDomain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which domain is a partner's own: that of its website or of its contact e-mail, unless another
 * partner's contact e-mail has it, too, as with a provider of mail.
 */
final class OwnDomains {

  private final Map<String, PartnerId> contactOf = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  void add(Contact contact) {
    InternetDomain.ofEmail(contact.email())
        .ifPresent(
            domain -> {
              PartnerId other = contactOf.putIfAbsent(domain, contact.partner());
              if (other != null && !other.equals(contact.partner())) {
                shared.add(domain);
              }
            });
  }

  /** Whether the e-mail is in the partner's own domain; all contacts have been added. */
  boolean isOwnOf(SignedReferences signed, String signatoryEmail) {
    return InternetDomain.ofEmail(signatoryEmail)
        .filter(domain -> domainsOf(signed).anyMatch(domain::equals))
        .filter(domain -> !isOfOthers(domain, signed.partner()))
        .isPresent();
  }

  private static Stream<String> domainsOf(SignedReferences signed) {
    return Stream.concat(
        Stream.ofNullable(signed.website()).flatMap(w -> InternetDomain.ofWebsite(w).stream()),
        Stream.ofNullable(signed.contactEmail()).flatMap(e -> InternetDomain.ofEmail(e).stream()));
  }

  private boolean isOfOthers(String domain, PartnerId partner) {
    PartnerId contact = contactOf.get(domain);
    return shared.contains(domain) || (contact != null && !contact.equals(partner));
  }
}
