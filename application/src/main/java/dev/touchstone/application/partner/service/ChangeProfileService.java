package dev.touchstone.application.partner.service;

import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.audit.EvidenceChanges.Change;
import dev.touchstone.application.audit.Recording;
import dev.touchstone.application.partner.ChangePartnerResult;
import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.application.partner.port.in.ChangeProfileUseCase;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.partner.PartnerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes profiles by the rules of their values. */
public final class ChangeProfileService implements ChangeProfileUseCase {

  private final Partners partners;
  private final EvidenceChanges changes;

  /** Changes these. */
  public ChangeProfileService(Partners partners, EvidenceChanges changes) {
    this.partners = partners;
    this.changes = changes;
  }

  @Override
  public ChangePartnerResult change(ChangeProfileCommand command) {
    return changes.run(
        change ->
            partners
                .find(command.partner(), change.today())
                .map(known -> change(command, known, change))
                .orElseGet(UnknownPartner::notFound));
  }

  private ChangePartnerResult change(
      ChangeProfileCommand command, KnownPartner known, Change change) {
    if (known.version() != command.version()) {
      return new ChangePartnerResult.Stale();
    }
    Optional<String> objection =
        known
            .findBar(command.actor())
            .or(() -> command.profile().findObjection(known.partner().profile()));
    if (objection.isPresent()) {
      return new ChangePartnerResult.Refused(objection.get());
    }
    List<String> fields = new ArrayList<>(command.profile().changesFrom(known.partner().profile()));
    boolean changesProfile = !fields.isEmpty();
    boolean changesHiding = command.hidden() != known.hidden();
    if (changesHiding) {
      fields.add(command.hidden() ? "hidden from the directory" : "shown in the directory");
    }
    if (fields.isEmpty()) {
      return new ChangePartnerResult.Changed(known);
    }
    PartnerId id = command.partner();
    Recording recording =
        change.log(command.actor(), "CHANGE_PROFILE", "partner/" + id, String.join(", ", fields));
    if (changesProfile) {
      partners.change(known.partner().with(command.profile()), recording);
    }
    if (changesHiding) {
      partners.hide(id, command.hidden(), recording);
    }
    return new ChangePartnerResult.Changed(partners.find(id, change.today()).orElseThrow());
  }
}
