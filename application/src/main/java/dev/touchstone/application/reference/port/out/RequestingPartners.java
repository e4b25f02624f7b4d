package dev.touchstone.application.reference.port.out;

import dev.touchstone.application.reference.RequestingPartner;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;
import java.util.Optional;

/** The partners that ask for references. */
public interface RequestingPartners {

  /** A partner as it is known now, on a day. */
  Optional<RequestingPartner> find(PartnerId partner, LocalDate day);

  /** Whether there is such a partner. */
  boolean isKnown(PartnerId partner);

  /**
   * The partner's name.
   *
   * @throws IllegalArgumentException if there is no such partner
   */
  String getName(PartnerId partner);

  /**
   * Whether another partner has, or had, a contact e-mail in or below a domain, as a file says.
   * What partners have written themselves does not count: nobody takes a domain from another by it.
   */
  boolean isContactDomainOfOthers(String domain, PartnerId partner);
}
