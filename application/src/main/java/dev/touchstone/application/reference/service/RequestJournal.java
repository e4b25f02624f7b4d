package dev.touchstone.application.reference.service;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.application.audit.port.out.UnitOfWork;
import dev.touchstone.application.reference.port.out.ReferenceEvidence;
import dev.touchstone.domain.reference.ReferenceRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Makes a change to evidence, the evidence's new version and the entry that says who did it one.
 */
public final class RequestJournal {

  private final UnitOfWork unitOfWork;
  private final EvidenceClock evidenceClock;
  private final AuditLog auditLog;
  private final ReferenceEvidence evidence;

  /** Writes by these. */
  public RequestJournal(
      UnitOfWork unitOfWork,
      EvidenceClock evidenceClock,
      AuditLog auditLog,
      ReferenceEvidence evidence) {
    this.unitOfWork = unitOfWork;
    this.evidenceClock = evidenceClock;
    this.auditLog = auditLog;
    this.evidence = evidence;
  }

  /** Runs a change of evidence as its only writer; it writes by the moment it is given. */
  <T> T changeEvidence(Function<Instant, T> change) {
    return unitOfWork.run(() -> change.apply(evidenceClock.enter()));
  }

  /** Records what a request says now, and who made it say so. */
  void record(
      ReferenceRequest request,
      Actor actor,
      String action,
      String detail,
      LocalDate today,
      Instant recordedAt) {
    long entry = auditLog.append(actor, action, subjectOf(request), detail);
    evidence.record(request, entry, today, recordedAt);
  }

  /** A customer as the log names it. */
  static Actor customer(ReferenceRequest request, String address) {
    return new Actor(request.signatoryEmail().value(), "CUSTOMER", address);
  }

  static String subjectOf(ReferenceRequest request) {
    return "reference/" + request.id();
  }
}
