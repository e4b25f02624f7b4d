package dev.touchstone.application.partner.service;

import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.audit.EvidenceChanges.Change;
import dev.touchstone.application.partner.port.in.RegisterPartnerUseCase;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.Profile;
import dev.touchstone.domain.time.ProgramDays;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Registers partners under ids that nobody has. */
public final class RegisterPartnerService implements RegisterPartnerUseCase {

  /** Ids that a path can hold as they are: a partner's resources are found by its id. */
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");

  private final Partners partners;
  private final EvidenceChanges changes;

  /** Registers among these. */
  public RegisterPartnerService(Partners partners, EvidenceChanges changes) {
    this.partners = partners;
    this.changes = changes;
  }

  @Override
  public RegisterPartnerResult register(RegisterPartnerCommand command) {
    return findObjection(command)
        .<RegisterPartnerResult>map(RegisterPartnerResult.Refused::new)
        .orElseGet(
            () -> {
              PartnerId id = command.partner() == null ? partners.nextId() : command.partner();
              return changes.run(change -> register(id, command, change));
            });
  }

  private RegisterPartnerResult register(
      PartnerId id, RegisterPartnerCommand command, Change change) {
    if (partners.find(id, change.today()).isPresent()) {
      return new RegisterPartnerResult.Taken(
          "There is a partner %s already; choose another id, or none.".formatted(id));
    }
    LocalDate registeredOn =
        command.registeredOn() == null ? change.today() : command.registeredOn();
    Partner partner = newPartner(id, command.profile(), registeredOn);
    partners.add(
        partner,
        change.log(
            command.actor(),
            "REGISTER_PARTNER",
            "partner/" + id,
            "registered on %s".formatted(registeredOn)));
    return new RegisterPartnerResult.Registered(partners.find(id, change.today()).orElseThrow());
  }

  private static Partner newPartner(PartnerId id, Profile profile, LocalDate registeredOn) {
    return new Partner(
            id, profile.name(), null, null, null, null, null, null, registeredOn, LegacyLevel.NONE)
        .with(profile);
  }

  private static Optional<String> findObjection(RegisterPartnerCommand command) {
    if (command.partner() != null && !ID.matcher(command.partner().value()).matches()) {
      return Optional.of(
          "partnerId is made of up to 100 letters, digits, dots, hyphens and underscores, and"
              + " begins with a letter or digit.");
    }
    if (command.registeredOn() != null && !ProgramDays.isWritable(command.registeredOn())) {
      return Optional.of("registeredOn is a day with a year from 0001 to 9999.");
    }
    return command.profile().findObjection(null);
  }
}
