package dev.touchstone.application.reference.port.out;

import dev.touchstone.domain.reference.ReferenceRequest;
import java.time.Instant;
import java.time.LocalDate;

/** The references among the evidence (domain.md, Evidence is never overwritten). */
public interface ReferenceEvidence {

  /**
   * Adds what a request says as the version that is known of its reference from now on, within the
   * caller's transaction.
   *
   * @param auditId the entry that says who changed it
   * @param businessDate the day of the change
   * @param recordedAt the moment by the evidence's clock
   */
  void record(ReferenceRequest request, long auditId, LocalDate businessDate, Instant recordedAt);
}
