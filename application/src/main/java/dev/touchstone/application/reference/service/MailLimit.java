package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceTerms;
import dev.touchstone.domain.time.ProgramDays;
import java.time.LocalDate;
import java.util.Optional;

/** Keeps a partner from flooding its customers' mailboxes. */
public final class MailLimit {

  private final CustomerLinks links;
  private final ReferenceTerms terms;

  /** Counts links by the terms. */
  public MailLimit(CustomerLinks links, ReferenceTerms terms) {
    this.links = links;
    this.terms = terms;
  }

  /** Why the partner may cause no more mails on the day, if so. */
  Optional<String> findObjection(PartnerId partner, LocalDate today) {
    int made = links.countSigningLinks(partner, today.atStartOfDay(ProgramDays.ZONE).toInstant());
    return made < terms.mailsPerDay()
        ? Optional.empty()
        : Optional.of(
            "No more than %d mails to customers may be asked for on one day; go on tomorrow."
                .formatted(terms.mailsPerDay()));
  }
}
