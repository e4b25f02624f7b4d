package dev.touchstone.application.directory.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.directory.KeptOffer;
import dev.touchstone.application.directory.OfferResult;
import dev.touchstone.application.directory.port.in.ChangeOfferUseCase;
import dev.touchstone.application.directory.port.out.Offers;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.Instant;
import java.util.Optional;

/** Changes an offer by another version; one that says the same is left as it is. */
public final class ChangeOfferService implements ChangeOfferUseCase {

  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final EvidenceClock evidenceClock;
  private final Offers offers;
  private final OfferRules rules;

  /** Changes offers among these. */
  public ChangeOfferService(
      UnitOfWork unitOfWork,
      AuditLog auditLog,
      EvidenceClock evidenceClock,
      Offers offers,
      OfferRules rules) {
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.evidenceClock = evidenceClock;
    this.offers = offers;
    this.rules = rules;
  }

  @Override
  public OfferResult change(ChangeOfferCommand command) {
    return unitOfWork.run(
        () -> {
          Instant now = evidenceClock.enter();
          return OfferChange.of(
              offers,
              command.partner(),
              command.offer(),
              command.version(),
              kept -> change(command, kept, now));
        });
  }

  private OfferResult change(ChangeOfferCommand command, KeptOffer kept, Instant now) {
    Offer offer = new Offer(command.offer(), command.content());
    if (offer.equals(kept.offer())) {
      return new OfferResult.Done(kept);
    }
    Optional<PartnerEvidence> partner = rules.findPartner(command.partner(), now);
    Optional<String> objection =
        partner.flatMap(evidence -> rules.findObjection(evidence, offer, now));
    if (objection.isPresent()) {
      return new OfferResult.Refused(objection.get());
    }
    long auditId =
        auditLog.append(
            command.actor(), "CHANGE_OFFER", "partner/" + command.partner(), OfferWords.of(offer));
    return new OfferResult.Done(offers.record(command.partner(), offer, false, now, auditId));
  }
}
