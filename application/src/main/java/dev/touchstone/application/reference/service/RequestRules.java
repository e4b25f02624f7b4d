package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.AskedReference;
import dev.touchstone.application.reference.RequestingPartner;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase.RequestReferenceCommand;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.application.reference.port.out.RequestingPartners;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.reference.PartnerAddresses;
import dev.touchstone.domain.reference.ReferenceTerms;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.InternetDomain;
import java.time.LocalDate;
import java.util.Optional;

/** Which customers a partner may ask about what. */
public final class RequestRules {

  private final Catalogs catalogs;
  private final RequestingPartners partners;
  private final ReferenceRequests requests;
  private final ReferenceTerms terms;

  /** Judges by these. */
  public RequestRules(
      Catalogs catalogs,
      RequestingPartners partners,
      ReferenceRequests requests,
      ReferenceTerms terms) {
    this.catalogs = catalogs;
    this.partners = partners;
    this.requests = requests;
    this.terms = terms;
  }

  /** The first rule that forbids the request, in a sentence. */
  Optional<String> findObjection(
      RequestReferenceCommand command, RequestingPartner partner, LocalDate today) {
    return findObjectionToPartner(command, partner)
        .or(() -> findObjectionToSignatory(command.signatoryEmail(), partner))
        .or(() -> findEarlierRequest(command, today));
  }

  private Optional<String> findObjectionToPartner(
      RequestReferenceCommand command, RequestingPartner partner) {
    if (!partner.takesPart()) {
      return Optional.of(
          "Partner %s does not take part in the program today, so it cannot ask for references."
              .formatted(partner.id()));
    }
    if (catalogs.getCatalog().findSpecialization(command.specialization()).isEmpty()) {
      return Optional.of(
          "The catalog has no specialization %s; codes are exact in case."
              .formatted(command.specialization()));
    }
    if (!partner.requested().contains(command.specialization())) {
      return Optional.of(
          "Partner %s does not request %s today, so a reference in it would not count; enroll in the competency first."
              .formatted(partner.id(), command.specialization()));
    }
    return Optional.empty();
  }

  /** A partner never signs for its customer. */
  private Optional<String> findObjectionToSignatory(
      EmailAddress signatory, RequestingPartner partner) {
    PartnerAddresses own = partner.addresses();
    if (own.include(signatory)) {
      return Optional.of(
          "%s is an address of the partner's own; only the customer may sign."
              .formatted(signatory));
    }
    return own.findDomainOf(signatory)
        .filter(domain -> !isOfOthers(domain, partner))
        .map(
            domain ->
                "%s is in the partner's own domain %s; only the customer may sign."
                    .formatted(signatory, domain));
  }

  /** A domain that other partners write from is a provider's or a group's, and nobody's own. */
  private boolean isOfOthers(String domain, RequestingPartner partner) {
    return partners.listContactEmailsOfOthers(partner.id()).stream()
        .flatMap(email -> InternetDomain.ofEmail(email).stream())
        .anyMatch(domain::equals);
  }

  private Optional<String> findEarlierRequest(RequestReferenceCommand command, LocalDate today) {
    return requests
        .listAsked(command.partner(), command.specialization(), today.minus(terms.askAgainAfter()))
        .stream()
        .filter(asked -> isSameCustomer(asked, command))
        .findFirst()
        .map(
            asked ->
                "%s was asked about %s on %s already (reference %s); ask again from %s on."
                    .formatted(
                        command.customer().value(),
                        command.specialization(),
                        asked.requestedOn(),
                        asked.reference(),
                        asked.requestedOn().plus(terms.askAgainAfter())));
  }

  private static boolean isSameCustomer(AskedReference asked, RequestReferenceCommand command) {
    String email = asked.signatoryEmail();
    return asked.customer().folded().equals(command.customer().folded())
        || (email != null && command.signatoryEmail().isSameMailbox(email));
  }
}
