package dev.touchstone.application.reference.service;

import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.LinkTokens;
import dev.touchstone.application.reference.port.out.ReferenceMails;
import dev.touchstone.application.reference.port.out.ReferenceMails.MailOutcome;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.LinkToken;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Makes links and has them sent to customers: by another thread, once the change that made the link
 * has come to last. Until its mail is sent or has failed, the link says that it is pending.
 */
public final class CustomerPost {

  private final LinkTokens tokens;
  private final CustomerLinks links;
  private final Wording wording;
  private final ReferenceMails mails;
  private final UnitOfWork unitOfWork;
  private final Executor executor;
  private final Clock clock;

  /**
   * Sends by these.
   *
   * @param executor sends the mails; may refuse, then a mail stays pending
   */
  public CustomerPost(
      LinkTokens tokens,
      CustomerLinks links,
      Wording wording,
      ReferenceMails mails,
      UnitOfWork unitOfWork,
      Executor executor,
      Clock clock) {
    this.tokens = tokens;
    this.links = links;
    this.wording = wording;
    this.mails = mails;
    this.unitOfWork = unitOfWork;
    this.executor = executor;
    this.clock = clock;
  }

  /** Has a fresh link to sign sent, which replaces all earlier ones. */
  void invite(ReferenceRequest request, RequestState.Open open) {
    LinkToken token = make(request, LinkKind.SIGNING);
    post(
        new ReferenceLetter.Invitation(
            request.id(),
            request.signatoryEmail(),
            request.signatoryName(),
            request.language(),
            token,
            wording.partnerOf(request),
            wording.specializationOf(request, request.language()),
            request.customer().value(),
            open.expiresAt()));
  }

  /**
   * Has a link to the receipt sent, in the language of what was signed.
   *
   * @return the link's secret
   */
  LinkToken confirm(ReferenceRequest request, RequestState.Signed signed) {
    LinkToken token = make(request, LinkKind.RECEIPT);
    post(
        new ReferenceLetter.Receipt(
            request.id(),
            request.signatoryEmail(),
            signed.signature().signatory(),
            signed.signature().statement().language(),
            token,
            wording.partnerOf(request),
            wording.specializationOf(request, signed.signature().statement().language()),
            request.customer().value(),
            signed.signature().on()));
    return token;
  }

  private LinkToken make(ReferenceRequest request, LinkKind kind) {
    LinkToken token = tokens.next();
    links.add(token.hash(), kind, request.id(), clock.instant());
    return token;
  }

  private void post(ReferenceLetter letter) {
    unitOfWork.afterCommit(
        () -> {
          try {
            executor.execute(() -> deliver(letter));
          } catch (RejectedExecutionException e) {
            // Too many wait. The mail stays pending, and a pending one can be resent at once.
          }
        });
  }

  private void deliver(ReferenceLetter letter) {
    LinkHash link = letter.token().hash();
    if (!unitOfWork.run(() -> links.awaitsMail(link))) {
      return;
    }
    MailOutcome outcome = mails.send(letter);
    Instant at = clock.instant();
    unitOfWork.run(
        () -> {
          if (outcome instanceof MailOutcome.Failed failed) {
            links.settleMail(link, MailState.FAILED, at, failed.reason());
          } else {
            links.settleMail(link, MailState.SENT, at, null);
          }
          return link;
        });
  }
}
