package dev.touchstone.application.partner.service;

import dev.touchstone.domain.partner.Enrollment;
import java.util.List;
import java.util.Optional;

/** Enrollments of one specialization and kind that would be in force together. */
final class EnrollmentOverlap {

  private EnrollmentOverlap() {}

  /** The first of the others that is in force on a day on which the enrollment would be. */
  static Optional<Enrollment> find(List<Enrollment> others, Enrollment enrollment) {
    return others.stream()
        .filter(other -> other.validity().overlaps(enrollment.validity()))
        .findFirst();
  }

  static String describe(Enrollment enrollment) {
    String until =
        enrollment.validity().until() == null ? "" : " up to " + enrollment.validity().until();
    return "%s %s from %s%s"
        .formatted(
            enrollment.kind(), enrollment.specialization(), enrollment.validity().from(), until);
  }
}
