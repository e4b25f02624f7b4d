package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.RequestingPartner;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.application.reference.port.out.RequestingPartners;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.ReferenceTerms;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Asks customers, as far as the rules let a partner. */
public final class RequestReferenceService implements RequestReferenceUseCase {

  private final RequestRules rules;
  private final MailLimit limit;
  private final RequestingPartners partners;
  private final ReferenceRequests requests;
  private final RequestJournal journal;
  private final CustomerPost post;
  private final ReferenceTerms terms;
  private final Clock clock;

  /** Asks by these; the clock says when and on which day. */
  public RequestReferenceService(
      RequestRules rules,
      MailLimit limit,
      RequestingPartners partners,
      ReferenceRequests requests,
      RequestJournal journal,
      CustomerPost post,
      ReferenceTerms terms,
      Clock clock) {
    this.rules = rules;
    this.limit = limit;
    this.partners = partners;
    this.requests = requests;
    this.journal = journal;
    this.post = post;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public RequestReferenceResult request(RequestReferenceCommand command) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ProgramDays.ZONE);
    Optional<RequestReferenceResult> refusal =
        partners
            .find(command.partner(), today)
            .flatMap(partner -> rules.findObjectionToSignatory(command, partner))
            .map(RequestReferenceResult.Refused::new);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    ReferenceId id = requests.nextId();
    return journal.changeEvidence(recordedAt -> request(id, command, recordedAt));
  }

  private RequestReferenceResult request(
      ReferenceId id, RequestReferenceCommand command, Instant recordedAt) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ProgramDays.ZONE);
    Optional<RequestingPartner> partner = partners.find(command.partner(), today);
    if (partner.isEmpty()) {
      return new RequestReferenceResult.NoPartner(
          "The partner is not known yet; the program brings it first.");
    }
    Optional<String> objection = rules.findObjection(command, partner.get(), today);
    if (objection.isPresent()) {
      return new RequestReferenceResult.Refused(objection.get());
    }
    Optional<String> tooMany = limit.findObjection(command.partner(), today);
    if (tooMany.isPresent()) {
      return new RequestReferenceResult.TooMany(tooMany.get());
    }
    return new RequestReferenceResult.Requested(ask(id, command, now, today, recordedAt));
  }

  private ReferenceRequest ask(
      ReferenceId id,
      RequestReferenceCommand command,
      Instant now,
      LocalDate today,
      Instant recordedAt) {
    RequestState.Open open = new RequestState.Open(now.plus(terms.linkValidFor()));
    ReferenceRequest request =
        new ReferenceRequest(
            id,
            command.partner(),
            command.specialization(),
            command.customer(),
            command.customerVat(),
            command.signatoryName(),
            command.signatoryEmail(),
            command.language(),
            now,
            today,
            open,
            1);
    requests.add(request);
    journal.record(
        request,
        command.actor(),
        "REQUEST_REFERENCE",
        "in %s from %s, by mail to %s"
            .formatted(
                request.specialization(), request.customer().value(), request.signatoryEmail()),
        today,
        recordedAt);
    post.invite(request, open);
    return request;
  }
}
