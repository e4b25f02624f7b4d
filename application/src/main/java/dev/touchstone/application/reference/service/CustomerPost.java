package dev.touchstone.application.reference.service;

import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.MailedLink;
import dev.touchstone.application.reference.ReferenceLetter;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.application.reference.port.out.LinkTokens;
import dev.touchstone.application.reference.port.out.ReferenceMails;
import dev.touchstone.application.reference.port.out.ReferenceMails.MailOutcome;
import dev.touchstone.domain.reference.LinkToken;
import dev.touchstone.domain.reference.MailTerms;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.reference.Signature;
import dev.touchstone.domain.text.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Makes links and has them sent to customers: by another thread, once the change that made the link
 * has come to last. Until its mail is sent or has failed, the link says that it is pending. What
 * fails, or is left behind when the product stops, waits in the queue of the links to be tried
 * again.
 */
public final class CustomerPost {

  private final LinkTokens tokens;
  private final CustomerLinks links;
  private final Wording wording;
  private final ReferenceMails mails;
  private final UnitOfWork unitOfWork;
  private final Executor executor;
  private final MailTerms terms;
  private final Clock clock;

  /**
   * Sends by these, and tries again by the terms.
   *
   * @param executor sends the mails; may refuse, then a mail waits until it is due
   */
  public CustomerPost(
      LinkTokens tokens,
      CustomerLinks links,
      Wording wording,
      ReferenceMails mails,
      UnitOfWork unitOfWork,
      Executor executor,
      MailTerms terms,
      Clock clock) {
    this.tokens = tokens;
    this.links = links;
    this.wording = wording;
    this.mails = mails;
    this.unitOfWork = unitOfWork;
    this.executor = executor;
    this.terms = terms;
    this.clock = clock;
  }

  /** Has a fresh link to sign sent, which replaces all earlier ones once it is. */
  void invite(ReferenceRequest request, RequestState.Open open) {
    post(prepareInvitation(request, open, 1));
  }

  /**
   * Has a link to the receipt sent, in the language of what was signed.
   *
   * @return the link's secret
   */
  LinkToken confirm(ReferenceRequest request, RequestState.Signed signed) {
    PreparedReceipt receipt = prepareReceipt(request, signed, 1);
    post(receipt.sending());
    return receipt.token();
  }

  /** A receipt that can be sent once the change that made its link has come to last. */
  record PreparedReceipt(LinkToken token, Runnable sending) {}

  /**
   * Makes a link to sign.
   *
   * @return sends it, once the caller's transaction has committed
   */
  Runnable prepareInvitation(ReferenceRequest request, RequestState.Open open, int attempt) {
    LinkToken token = tokens.next();
    MailedLink link = add(token, LinkKind.SIGNING, request, attempt);
    return () ->
        deliver(
            link,
            () ->
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

  /** As {@link #prepareInvitation}, with a link to the receipt. */
  PreparedReceipt prepareReceipt(
      ReferenceRequest request, RequestState.Signed signed, int attempt) {
    LinkToken token = tokens.next();
    MailedLink link = add(token, LinkKind.RECEIPT, request, attempt);
    Signature signature = signed.signature();
    Language language = signature.statement().language();
    return new PreparedReceipt(
        token,
        () ->
            deliver(
                link,
                () ->
                    new ReferenceLetter.Receipt(
                        request.id(),
                        request.signatoryEmail(),
                        signature.signatory(),
                        language,
                        token,
                        wording.partnerOf(request),
                        wording.specializationOf(request, language),
                        request.customer().value(),
                        signature.on())));
  }

  private MailedLink add(LinkToken token, LinkKind kind, ReferenceRequest request, int attempt) {
    Instant now = clock.instant();
    MailedLink link = new MailedLink(token.hash(), kind, request.id(), attempt, now);
    links.add(link, now.plus(terms.sendingTakes()));
    return link;
  }

  private void post(Runnable sending) {
    unitOfWork.afterCommit(
        () -> {
          try {
            executor.execute(sending);
          } catch (RejectedExecutionException e) {
            // Too many wait. The mail stays pending until it is due, and is taken over then.
          }
        });
  }

  private void deliver(MailedLink link, Supplier<ReferenceLetter> letter) {
    Instant dueAt = clock.instant().plus(terms.sendingTakes());
    if (!unitOfWork.run(() -> links.claimMail(link.hash(), dueAt))) {
      return;
    }
    MailOutcome outcome = mails.send(link.reference(), letter);
    Instant at = clock.instant();
    unitOfWork.run(
        () -> {
          settle(link, outcome, at);
          return link;
        });
  }

  private void settle(MailedLink link, MailOutcome outcome, Instant at) {
    if (outcome instanceof MailOutcome.Failed failed) {
      Optional<Instant> again = terms.findNext(link.attempt(), at);
      links.settleMail(
          link.hash(),
          again.isPresent() ? MailState.FAILED : MailState.GIVEN_UP,
          at,
          failed.reason(),
          again.orElse(null));
    } else if (outcome instanceof MailOutcome.Refused refused) {
      links.settleMail(link.hash(), MailState.GIVEN_UP, at, refused.reason(), null);
    } else {
      links.settleMail(link.hash(), MailState.SENT, at, null, null);
    }
  }
}
