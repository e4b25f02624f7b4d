package dev.touchstone.application.directory.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.directory.OfferResult;
import dev.touchstone.application.directory.port.in.WithdrawOfferUseCase;
import dev.touchstone.application.directory.port.out.Offers;
import java.time.Instant;

/** Withdraws an offer by a last version of it. */
public final class WithdrawOfferService implements WithdrawOfferUseCase {

  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final EvidenceClock evidenceClock;
  private final Offers offers;

  /** Withdraws offers among these. */
  public WithdrawOfferService(
      UnitOfWork unitOfWork, AuditLog auditLog, EvidenceClock evidenceClock, Offers offers) {
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.evidenceClock = evidenceClock;
    this.offers = offers;
  }

  @Override
  public OfferResult withdraw(WithdrawOfferCommand command) {
    return unitOfWork.run(
        () -> {
          Instant now = evidenceClock.enter();
          return OfferChange.of(
              offers,
              command.partner(),
              command.offer(),
              command.version(),
              kept -> {
                long auditId =
                    auditLog.append(
                        command.actor(),
                        "WITHDRAW_OFFER",
                        "partner/" + command.partner(),
                        OfferWords.of(kept.offer()));
                return new OfferResult.Done(
                    offers.record(command.partner(), kept.offer(), true, now, auditId));
              });
        });
  }
}
