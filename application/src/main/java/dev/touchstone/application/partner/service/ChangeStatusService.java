package dev.touchstone.application.partner.service;

import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.audit.EvidenceChanges.Change;
import dev.touchstone.application.partner.ChangePartnerResult;
import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.application.partner.port.in.ChangeStatusUseCase;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.partner.PartnerStatus;

/** Changes statuses from today on; the past is what the files have said. */
public final class ChangeStatusService implements ChangeStatusUseCase {

  private final Partners partners;
  private final EvidenceChanges changes;

  /** Changes these. */
  public ChangeStatusService(Partners partners, EvidenceChanges changes) {
    this.partners = partners;
    this.changes = changes;
  }

  @Override
  public ChangePartnerResult change(ChangeStatusCommand command) {
    return changes.run(
        change ->
            partners
                .find(command.partner(), change.today())
                .map(known -> change(command, known, change))
                .orElseGet(UnknownPartner::notFound));
  }

  private ChangePartnerResult change(
      ChangeStatusCommand command, KnownPartner known, Change change) {
    if (known.version() != command.version()) {
      return new ChangePartnerResult.Stale();
    }
    if (known.status() == command.status() && !isToBeMadeByHand(command, change)) {
      return new ChangePartnerResult.Changed(known);
    }
    partners.changeStatus(
        command.partner(),
        command.status(),
        change.log(
            command.actor(),
            "CHANGE_STATUS",
            "partner/" + command.partner(),
            "from %s to %s as of %s".formatted(known.status(), command.status(), change.today())));
    return new ChangePartnerResult.Changed(
        partners.find(command.partner(), change.today()).orElseThrow());
  }

  private boolean isToBeMadeByHand(ChangeStatusCommand command, Change change) {
    return command.status() == PartnerStatus.SUSPENDED
        && !partners.isSuspendedByHand(command.partner(), change.today());
  }
}
