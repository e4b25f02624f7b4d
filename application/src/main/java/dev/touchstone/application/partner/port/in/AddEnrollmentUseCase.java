package dev.touchstone.application.partner.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.partner.KnownEnrollment;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Enrolls a partner in a specialization. */
public interface AddEnrollmentUseCase {

  /** Enrolls the partner, without an end. */
  AddEnrollmentResult add(AddEnrollmentCommand command);

  /**
   * The enrollment.
   *
   * @param partner who enrolls
   * @param specialization in what
   * @param kind with its toolkit or as a competency
   * @param from its first day; null for today
   * @param actor who asks for it
   */
  record AddEnrollmentCommand(
      PartnerId partner,
      SpecializationCode specialization,
      EnrollmentKind kind,
      @Nullable LocalDate from,
      Actor actor) {}

  /** What came of it. */
  sealed interface AddEnrollmentResult {

    /** The partner is enrolled. */
    record Added(KnownEnrollment enrollment) implements AddEnrollmentResult {}

    /** There is no such partner. */
    record NotFound(String reason) implements AddEnrollmentResult {}

    /** It is enrolled already. */
    record Enrolled(String reason) implements AddEnrollmentResult {}

    /** A rule forbids it. */
    record Refused(String reason) implements AddEnrollmentResult {}
  }
}
