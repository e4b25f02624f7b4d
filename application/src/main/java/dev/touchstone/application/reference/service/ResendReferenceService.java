package dev.touchstone.application.reference.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.port.in.ResendReferenceUseCase;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.ReferenceTerms;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Sends mails again, not sooner than the terms allow after one that was sent. */
public final class ResendReferenceService implements ResendReferenceUseCase {

  private final ReferenceRequests requests;
  private final CustomerLinks links;
  private final RequestRules rules;
  private final MailLimit limit;
  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final CustomerPost post;
  private final ReferenceTerms terms;
  private final Clock clock;

  /** Sends by these; the clock says whether it is time. */
  public ResendReferenceService(
      ReferenceRequests requests,
      CustomerLinks links,
      RequestRules rules,
      MailLimit limit,
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      CustomerPost post,
      ReferenceTerms terms,
      Clock clock) {
    this.requests = requests;
    this.links = links;
    this.rules = rules;
    this.limit = limit;
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.post = post;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public ResendReferenceResult resend(ResendReferenceCommand command) {
    return unitOfWork.run(() -> resendOnce(command));
  }

  private ResendReferenceResult resendOnce(ResendReferenceCommand command) {
    Optional<ReferenceRequest> found = requests.findAndLock(command.partner(), command.reference());
    if (found.isEmpty()) {
      return new ResendReferenceResult.NotFound();
    }
    ReferenceRequest request = found.get();
    if (request.version() != command.version()) {
      return new ResendReferenceResult.Stale();
    }
    if (isUnderWay(request)) {
      return new ResendReferenceResult.Refused(
          "The mail about reference %s is on its way; if it cannot be sent, the server tries again."
              .formatted(request.id()));
    }
    Instant now = clock.instant();
    if (request.state() instanceof RequestState.Open) {
      return findTooSoon(request, LinkKind.SIGNING, now)
          .or(() -> findOther(request, now))
          .or(() -> findTooMany(request, now))
          .orElseGet(() -> inviteAgain(command, request, now));
    }
    if (request.state() instanceof RequestState.Signed signed) {
      return findTooSoon(request, LinkKind.RECEIPT, now)
          .orElseGet(() -> confirmAgain(command, request, signed));
    }
    return new ResendReferenceResult.Refused(
        "Reference %s is %s; there is nothing to send any more."
            .formatted(
                request.id(),
                request.state() instanceof RequestState.Declined ? "declined" : "withdrawn"));
  }

  /** A second mail beside the first would be one too many. */
  private boolean isUnderWay(ReferenceRequest request) {
    return links
        .findLatestMail(request.id())
        .filter(mail -> mail.state() == MailState.PENDING)
        .isPresent();
  }

  private Optional<ResendReferenceResult> findTooSoon(
      ReferenceRequest request, LinkKind kind, Instant now) {
    return links
        .findLastSent(request.id(), kind)
        .map(sent -> sent.plus(terms.resendAfter()))
        .filter(now::isBefore)
        .map(
            from ->
                new ResendReferenceResult.Refused(
                    "The mail about reference %s was sent; it can be sent again after %s."
                        .formatted(request.id(), from)));
  }

  private Optional<ResendReferenceResult> findOther(ReferenceRequest request, Instant now) {
    return rules
        .findOtherRequest(request, LocalDate.ofInstant(now, ProgramDays.ZONE))
        .map(ResendReferenceResult.Refused::new);
  }

  private Optional<ResendReferenceResult> findTooMany(ReferenceRequest request, Instant now) {
    return limit
        .findObjection(request.partner(), LocalDate.ofInstant(now, ProgramDays.ZONE))
        .map(ResendReferenceResult.TooMany::new);
  }

  private ResendReferenceResult inviteAgain(
      ResendReferenceCommand command, ReferenceRequest request, Instant now) {
    RequestState.Open open = new RequestState.Open(now.plus(terms.linkValidFor()));
    return resent(command, request.in(open), () -> post.invite(request, open));
  }

  private ResendReferenceResult confirmAgain(
      ResendReferenceCommand command, ReferenceRequest request, RequestState.Signed signed) {
    return resent(command, request, () -> post.confirm(request, signed));
  }

  private ResendReferenceResult resent(
      ResendReferenceCommand command, ReferenceRequest request, Runnable sending) {
    if (!requests.update(request)) {
      return new ResendReferenceResult.Stale();
    }
    auditLog.append(
        command.actor(),
        "RESEND_REFERENCE",
        RequestJournal.subjectOf(request),
        "to " + request.signatoryEmail());
    sending.run();
    return new ResendReferenceResult.Resent(request);
  }
}
