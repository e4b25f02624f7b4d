package dev.touchstone.application.certification.service;

import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.audit.EvidenceChanges.Change;
import dev.touchstone.application.certification.Employment;
import dev.touchstone.application.certification.port.in.TakeBackDepartureUseCase;
import dev.touchstone.application.certification.port.out.People;
import dev.touchstone.application.partner.port.out.Partners;
import java.util.Optional;

/** Takes back departures that no file has overtaken. */
public final class TakeBackDepartureService implements TakeBackDepartureUseCase {

  private final Partners partners;
  private final People people;
  private final EvidenceChanges changes;

  /** Takes back those of these. */
  public TakeBackDepartureService(Partners partners, People people, EvidenceChanges changes) {
    this.partners = partners;
    this.people = people;
    this.changes = changes;
  }

  @Override
  public TakeBackDepartureResult takeBack(TakeBackDepartureCommand command) {
    return changes.run(change -> takeBack(command, change));
  }

  private TakeBackDepartureResult takeBack(TakeBackDepartureCommand command, Change change) {
    Optional<Employment> departure =
        people
            .findEmployment(command.person(), change.today())
            .filter(e -> e.partner().equals(command.partner()) && e.hasLeft());
    if (departure.isEmpty()) {
      return new TakeBackDepartureResult.NotFound(
          "No departure of such a person from the partner is in force.");
    }
    if (departure.get().version() != command.version()) {
      return new TakeBackDepartureResult.Stale();
    }
    Optional<String> bar =
        partners
            .find(command.partner(), change.today())
            .flatMap(partner -> partner.findBar(command.actor()));
    if (bar.isPresent()) {
      return new TakeBackDepartureResult.Refused(bar.get());
    }
    people.changeEmployment(
        command.person(),
        command.partner(),
        false,
        change.log(
            command.actor(),
            "TAKE_BACK_DEPARTURE",
            "person/" + command.person(),
            "works for partner %s again from %s".formatted(command.partner(), change.today())));
    return new TakeBackDepartureResult.TakenBack();
  }
}
