package dev.touchstone.application.partner.port.out;

import dev.touchstone.application.audit.Recording;
import dev.touchstone.application.partner.KnownEnrollment;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.EnrollmentKey;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The enrollments as they are known now; changes as in {@link Partners}. */
public interface Enrollments {

  /** An enrollment of a partner. */
  Optional<KnownEnrollment> find(PartnerId partner, EnrollmentKey key);

  /**
   * A partner's enrollments in order of specialization (byte order), kind and first day.
   *
   * @param on a day on which they are in force; null for all
   * @param after the key before the first; null to begin with the first
   * @param limit how many at most
   */
  List<KnownEnrollment> list(
      PartnerId partner, @Nullable LocalDate on, @Nullable EnrollmentKey after, int limit);

  /** All enrollments of a partner in one specialization, of one kind. */
  List<Enrollment> listOf(
      PartnerId partner, SpecializationCode specialization, EnrollmentKind kind);

  /** Records an enrollment in place of the one with the same key, if there is one. */
  void record(PartnerId partner, Enrollment enrollment, Recording recording);
}
