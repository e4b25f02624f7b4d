package dev.touchstone.domain.partner;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.time.Validity;

/**
 * A partner's link to a specialization.
 *
 * @param specialization the specialization
 * @param kind toolkit or competency
 * @param validity the days on which it is in force
 */
public record Enrollment(
    SpecializationCode specialization, EnrollmentKind kind, Validity validity) {

  /** What tells it from other enrollments of the partner. */
  public EnrollmentKey key() {
    return new EnrollmentKey(specialization, kind, validity.from());
  }
}
