package dev.touchstone.application.integrity.service;

import dev.touchstone.application.integrity.port.out.IntegrityEvidence.Contact;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.text.InternetDomain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which partners' contact e-mails have some domains. */
final class ContactDomains {

  private final Set<String> domains;
  private final Map<String, PartnerId> contactOf = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  /** Looks for these domains only: those of all contacts would be many. */
  ContactDomains(Set<String> domains) {
    this.domains = Set.copyOf(domains);
  }

  void add(Contact contact) {
    InternetDomain.ofEmail(contact.email())
        .filter(domains::contains)
        .ifPresent(
            domain -> {
              PartnerId other = contactOf.putIfAbsent(domain, contact.partner());
              if (other != null && !other.equals(contact.partner())) {
                shared.add(domain);
              }
            });
  }

  /** Whether another partner's contact e-mail has the domain; all contacts have been added. */
  boolean isOfOthers(String domain, PartnerId partner) {
    PartnerId contact = contactOf.get(domain);
    return shared.contains(domain) || (contact != null && !contact.equals(partner));
  }
}
