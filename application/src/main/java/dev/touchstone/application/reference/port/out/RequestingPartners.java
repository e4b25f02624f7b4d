package dev.touchstone.application.reference.port.out;

import dev.touchstone.application.reference.RequestingPartner;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;
import java.util.List;
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

  /** The contact e-mails of all other partners. */
  List<String> listContactEmailsOfOthers(PartnerId partner);
}
