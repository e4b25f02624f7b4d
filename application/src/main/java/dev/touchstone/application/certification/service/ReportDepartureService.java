package dev.touchstone.application.certification.service;

import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.audit.EvidenceChanges.Change;
import dev.touchstone.application.certification.Employment;
import dev.touchstone.application.certification.port.in.ReportDepartureUseCase;
import dev.touchstone.application.certification.port.out.People;
import dev.touchstone.application.partner.port.out.Partners;
import java.util.Optional;

/** Reports departures from today on; the past is what the files have said. */
public final class ReportDepartureService implements ReportDepartureUseCase {

  private final Partners partners;
  private final People people;
  private final EvidenceChanges changes;

  /** Reports of these. */
  public ReportDepartureService(Partners partners, People people, EvidenceChanges changes) {
    this.partners = partners;
    this.people = people;
    this.changes = changes;
  }

  @Override
  public ReportDepartureResult report(ReportDepartureCommand command) {
    return changes.run(change -> report(command, change));
  }

  private ReportDepartureResult report(ReportDepartureCommand command, Change change) {
    Optional<Employment> employment =
        people
            .findEmployment(command.person(), change.today())
            .filter(e -> e.partner().equals(command.partner()));
    if (employment.isEmpty()) {
      return new ReportDepartureResult.NotFound(
          "No such person works for the partner today; its people have the ids.");
    }
    if (employment.get().hasLeft()) {
      return new ReportDepartureResult.ReportedBefore(
          "Person %s left on %s already.".formatted(command.person(), employment.get().from()));
    }
    Optional<String> objection =
        partners
            .find(command.partner(), change.today())
            .flatMap(partner -> partner.findBar(command.actor()))
            .or(() -> findBadDay(command, change));
    if (objection.isPresent()) {
      return new ReportDepartureResult.Refused(objection.get());
    }
    people.changeEmployment(
        command.person(),
        command.partner(),
        true,
        change.log(
            command.actor(),
            "REPORT_DEPARTURE",
            "person/" + command.person(),
            "left partner %s on %s".formatted(command.partner(), change.today())));
    return new ReportDepartureResult.Reported(
        people.findEmployment(command.person(), change.today()).orElseThrow());
  }

  private static Optional<String> findBadDay(ReportDepartureCommand command, Change change) {
    return command.leftOn() == null || command.leftOn().equals(change.today())
        ? Optional.empty()
        : Optional.of(
            "leftOn is today, %s, or left out; whom people worked for before is told by the files."
                .formatted(change.today()));
  }
}
