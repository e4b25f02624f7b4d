package dev.touchstone.domain.reference;

import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.InternetDomain;
import java.util.List;
import java.util.stream.Stream;

/**
 * By what a partner itself is reached, so that nobody there signs for a customer.
 *
 * @param websites all that its profile has named
 * @param contactEmails all that its profile has named
 * @param peopleEmails those of its people
 */
public record PartnerAddresses(
    List<String> websites, List<String> contactEmails, List<String> peopleEmails) {

  /** Copies the lists. */
  public PartnerAddresses {
    websites = List.copyOf(websites);
    contactEmails = List.copyOf(contactEmails);
    peopleEmails = List.copyOf(peopleEmails);
  }

  /** Whether the mailbox is one of the partner's. */
  public boolean include(EmailAddress email) {
    return Stream.concat(contactEmails.stream(), peopleEmails.stream())
        .anyMatch(email::isSameMailbox);
  }

  /** The hosts of the websites. */
  public Stream<String> websiteHosts() {
    return websites.stream().flatMap(website -> InternetDomain.ofWebsite(website).stream());
  }

  /** The hosts of the contact e-mails. */
  public Stream<String> contactHosts() {
    return contactEmails.stream().flatMap(contact -> InternetDomain.ofEmail(contact).stream());
  }
}
