package dev.touchstone.application.directory.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.directory.OfferResult;
import dev.touchstone.application.directory.port.in.CreateOfferUseCase;
import dev.touchstone.application.directory.port.out.Offers;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.Instant;
import java.util.Optional;

/** Creates an offer by its first version. */
public final class CreateOfferService implements CreateOfferUseCase {

  /** The directory is no place for leaflets, and every night carries all of them. */
  static final int MOST_OFFERS = 100;

  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final EvidenceClock evidenceClock;
  private final Offers offers;
  private final OfferRules rules;

  /** Creates offers among these. */
  public CreateOfferService(
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
  public OfferResult create(CreateOfferCommand command) {
    return unitOfWork.run(
        () -> {
          Instant now = evidenceClock.enter();
          Optional<PartnerEvidence> partner = rules.findPartner(command.partner(), now);
          if (partner.isEmpty()) {
            return new OfferResult.NotFound(
                "No partner %s is known. Ids are exact in case.".formatted(command.partner()));
          }
          if (offers.countStanding(command.partner()) >= MOST_OFFERS) {
            return new OfferResult.Refused(
                "A partner has up to %d offers in the directory: withdraw one first."
                    .formatted(MOST_OFFERS));
          }
          Offer offer = new Offer(offers.nextId(), command.content());
          Optional<String> objection = rules.findObjection(partner.get(), offer, now);
          if (objection.isPresent()) {
            return new OfferResult.Refused(objection.get());
          }
          long auditId =
              auditLog.append(
                  command.actor(),
                  "CREATE_OFFER",
                  "partner/" + command.partner(),
                  OfferWords.of(offer));
          return new OfferResult.Done(offers.record(command.partner(), offer, false, now, auditId));
        });
  }
}
