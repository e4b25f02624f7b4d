package dev.touchstone.application.audit;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Changes to evidence that people make: one at a time, so that what a change has checked still
 * holds when it is made, and each together with its entry in the log.
 */
public final class EvidenceChanges {

  private final UnitOfWork unitOfWork;
  private final AuditLog auditLog;
  private final EvidenceClock evidenceClock;
  private final Clock clock;

  /**
   * @param clock says which day it is
   */
  public EvidenceChanges(
      UnitOfWork unitOfWork, AuditLog auditLog, EvidenceClock evidenceClock, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.auditLog = auditLog;
    this.evidenceClock = evidenceClock;
    this.clock = clock;
  }

  /**
   * Does the work while nobody else changes evidence.
   *
   * @return what the work returned
   */
  public <T> T run(Function<Change, T> work) {
    return unitOfWork.run(
        () -> {
          Instant recordedAt = evidenceClock.enter();
          return work.apply(new Change(ProgramDays.today(clock), recordedAt));
        });
  }

  /** What is under way. */
  public final class Change {

    private final LocalDate today;
    private final Instant recordedAt;

    private Change(LocalDate today, Instant recordedAt) {
      this.today = today;
      this.recordedAt = recordedAt;
    }

    /** The business date of the change. */
    public LocalDate today() {
      return today;
    }

    /**
     * Enters the change into the log; {@link AuditLog#append} says what to tell.
     *
     * @return by what evidence is to be recorded
     */
    public Recording log(Actor actor, String action, String subject, String detail) {
      return new Recording(auditLog.append(actor, action, subject, detail), today, recordedAt);
    }
  }
}
