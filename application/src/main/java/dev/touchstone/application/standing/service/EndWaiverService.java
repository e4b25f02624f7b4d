package dev.touchstone.application.standing.service;

import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.standing.RecordedWaiver;
import dev.touchstone.application.standing.port.in.EndWaiverUseCase;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a waiver by a new version of it. */
public final class EndWaiverService implements EndWaiverUseCase {

  private final Waivers waivers;
  private final AuditLog auditLog;
  private final UnitOfWork unitOfWork;
  private final EvidenceClock evidenceClock;

  /** Ends waivers of these; the clock of evidence says when an end becomes known. */
  public EndWaiverService(
      Waivers waivers, UnitOfWork unitOfWork, AuditLog auditLog, EvidenceClock evidenceClock) {
    this.waivers = waivers;
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.evidenceClock = evidenceClock;
  }

  @Override
  public EndWaiverResult end(EndWaiverCommand command) {
    return unitOfWork.run(
        () -> {
          // First the evidence, then the waivers: the order in which all take these locks.
          Instant now = evidenceClock.enter();
          return waivers.exclusively(() -> endAlone(command, now));
        });
  }

  private EndWaiverResult endAlone(EndWaiverCommand command, Instant now) {
    Optional<RecordedWaiver> found = waivers.find(command.id());
    if (found.isEmpty()) {
      return new EndWaiverResult.Refused("There is no waiver " + command.id() + ".");
    }
    Waiver waiver = found.get().waiver();
    long revision = found.get().revision();
    if (command.revision() != null && command.revision() != revision) {
      return new EndWaiverResult.Stale();
    }
    LocalDate on = dayOf(command.on(), waiver, now);
    if (!on.isBefore(waiver.to()) || on.isBefore(waiver.from())) {
      return new EndWaiverResult.Refused(
          "Waiver %s runs from %s up to %s: it can end on its first day or later and must end before %s."
              .formatted(waiver.id(), waiver.from(), waiver.to(), waiver.to()));
    }
    Waiver ended = waiver.endedOn(on, command.by());
    waivers.record(ended, now);
    auditLog.append(
        command.actor(),
        "END_WAIVER",
        "waiver/" + waiver.id(),
        "On %s instead of %s: %s".formatted(on, waiver.to(), command.by().reason()));
    return new EndWaiverResult.Ended(new RecordedWaiver(ended, revision + 1));
  }

  private static LocalDate dayOf(@Nullable LocalDate asked, Waiver waiver, Instant now) {
    if (asked != null) {
      return asked;
    }
    LocalDate today = LocalDate.ofInstant(now, ProgramDays.ZONE);
    return today.isBefore(waiver.from()) ? waiver.from() : today;
  }
}
