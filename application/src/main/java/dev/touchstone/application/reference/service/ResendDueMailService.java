package dev.touchstone.application.reference.service;

import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.reference.DueMail;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.port.in.ResendDueMailUseCase;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.domain.reference.RequestState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes due mails one at a time: in one transaction it is taken over, after it the mail is sent.
 */
public final class ResendDueMailService implements ResendDueMailUseCase {

  private final CustomerLinks links;
  private final UnitOfWork unitOfWork;
  private final CustomerPost post;
  private final Clock clock;

  /** Sends by these; the clock says what is due. */
  public ResendDueMailService(
      CustomerLinks links, UnitOfWork unitOfWork, CustomerPost post, Clock clock) {
    this.links = links;
    this.unitOfWork = unitOfWork;
    this.post = post;
    this.clock = clock;
  }

  @Override
  public boolean resendNext() {
    Optional<Runnable> sending = unitOfWork.run(this::takeOver);
    sending.ifPresent(Runnable::run);
    return sending.isPresent();
  }

  private Optional<Runnable> takeOver() {
    Instant now = clock.instant();
    return links.findAndLockDue(now).map(due -> takeOver(due, now));
  }

  private Runnable takeOver(DueMail due, Instant now) {
    LinkKind kind = due.link().kind();
    int attempt = due.link().attempt() + 1;
    if (kind == LinkKind.SIGNING && due.request().state() instanceof RequestState.Open open) {
      return open.isExpiredAt(now)
          ? giveUp(due, now, "The link has expired before the mail could be sent.")
          : post.prepareInvitation(due.request(), open, attempt);
    }
    return kind == LinkKind.RECEIPT && due.request().state() instanceof RequestState.Signed signed
        ? post.prepareReceipt(due.request(), signed, attempt).sending()
        : giveUp(due, now, "The customer has acted before the mail could be sent again.");
  }

  private Runnable giveUp(DueMail due, Instant now, String reason) {
    links.settleMail(due.link().hash(), MailState.GIVEN_UP, now, reason, null);
    return () -> {};
  }
}
