package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.AskedReference;
import dev.touchstone.application.reference.RequestingPartner;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase.RequestReferenceCommand;
import dev.touchstone.application.reference.port.out.MailDomains;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.application.reference.port.out.RequestingPartners;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.PartnerAddresses;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.ReferenceTerms;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.InternetDomain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which customers a partner may ask about what. */
public final class RequestRules {

  private final Catalogs catalogs;
  private final RequestingPartners partners;
  private final MailDomains domains;
  private final ReferenceRequests requests;
  private final ReferenceTerms terms;

  /** Judges by these. */
  public RequestRules(
      Catalogs catalogs,
      RequestingPartners partners,
      MailDomains domains,
      ReferenceRequests requests,
      ReferenceTerms terms) {
    this.catalogs = catalogs;
    this.partners = partners;
    this.domains = domains;
    this.requests = requests;
    this.terms = terms;
  }

  /**
   * The first rule that forbids the request, in a sentence; whom it goes to is left aside. What is
   * judged here changes with requests and evidence, so nobody else writes evidence meanwhile.
   */
  Optional<String> findObjection(
      RequestReferenceCommand command, RequestingPartner partner, LocalDate today) {
    return findObjectionToPartner(command, partner).or(() -> findEarlierRequest(command, today));
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

  /**
   * Why the mail may not go where it would: a partner never signs for its customer. It needs no
   * lock: an address that the partner gets at the same moment is one it got after the request.
   */
  Optional<String> findObjectionToSignatory(
      RequestReferenceCommand command, RequestingPartner partner) {
    EmailAddress signatory = command.signatoryEmail();
    if (partner.addresses().include(signatory)) {
      return Optional.of(
          "%s is an address of the partner's own; only the customer may sign."
              .formatted(signatory));
    }
    String domain = domains.getOwnDomain(InternetDomain.ofEmail(signatory.value()).orElseThrow());
    return !domains.isProvider(domain) && isOwn(domain, partner)
        ? Optional.of(
            "%s is in the partner's own domain %s; only the customer may sign."
                .formatted(signatory, domain))
        : Optional.empty();
  }

  /** A website is a partner's own; a domain of mail may be a provider's or a group's. */
  private boolean isOwn(String domain, RequestingPartner partner) {
    PartnerAddresses own = partner.addresses();
    return own.websiteHosts().map(domains::getOwnDomain).anyMatch(domain::equals)
        || (own.contactHosts().map(domains::getOwnDomain).anyMatch(domain::equals)
            && !partners.isContactDomainOfOthers(domain, partner.id()));
  }

  private Optional<String> findEarlierRequest(RequestReferenceCommand command, LocalDate today) {
    return findSameCustomer(
        listAsked(command.partner(), command.specialization(), today),
        command.specialization(),
        command.customer(),
        command.signatoryEmail());
  }

  /**
   * Why an open request may not be sent again: it does not count itself, because no mail of it went
   * out, and another one that does has asked the customer since.
   */
  Optional<String> findOtherRequest(ReferenceRequest request, LocalDate today) {
    List<AskedReference> asked = listAsked(request.partner(), request.specialization(), today);
    return asked.stream().anyMatch(counted -> counted.reference().equals(request.id()))
        ? Optional.empty()
        : findSameCustomer(
            asked, request.specialization(), request.customer(), request.signatoryEmail());
  }

  private List<AskedReference> listAsked(
      PartnerId partner, SpecializationCode specialization, LocalDate today) {
    return requests.listAsked(partner, specialization, today.minus(terms.askAgainAfter()));
  }

  private Optional<String> findSameCustomer(
      List<AskedReference> all,
      SpecializationCode specialization,
      CustomerName customer,
      EmailAddress signatory) {
    return all.stream()
        .filter(asked -> isSameCustomer(asked, customer, signatory))
        .findFirst()
        .map(
            asked ->
                "%s was asked about %s on %s already (reference %s); ask again from %s on."
                    .formatted(
                        customer.value(),
                        specialization,
                        asked.requestedOn(),
                        asked.reference(),
                        asked.requestedOn().plus(terms.askAgainAfter())));
  }

  private static boolean isSameCustomer(
      AskedReference asked, CustomerName customer, EmailAddress signatory) {
    String email = asked.signatoryEmail();
    return asked.customer().folded().equals(customer.folded())
        || (email != null && signatory.isSameMailbox(email));
  }
}
