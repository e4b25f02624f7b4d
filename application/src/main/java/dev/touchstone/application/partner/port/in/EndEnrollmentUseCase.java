package dev.touchstone.application.partner.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.partner.KnownEnrollment;
import dev.touchstone.domain.partner.EnrollmentKey;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;

/** Ends an enrollment, now or later, or moves an end that is still to come. */
public interface EndEnrollmentUseCase {

  /** Ends the enrollment; where it has this end already nothing is recorded. */
  EndEnrollmentResult end(EndEnrollmentCommand command);

  /**
   * The end.
   *
   * @param partner whose enrollment
   * @param key which one
   * @param to the first day on which it no longer counts; its first day for one that was a mistake
   * @param version the version it is made to
   * @param actor who asks for it
   */
  record EndEnrollmentCommand(
      PartnerId partner, EnrollmentKey key, LocalDate to, long version, Actor actor) {}

  /** What came of it. */
  sealed interface EndEnrollmentResult {

    /** The enrollment with its end. */
    record Ended(KnownEnrollment enrollment) implements EndEnrollmentResult {}

    /** There is no such partner or enrollment. */
    record NotFound(String reason) implements EndEnrollmentResult {}

    /** Somebody else has changed it since. */
    record Stale() implements EndEnrollmentResult {}

    /** A rule forbids it. */
    record Refused(String reason) implements EndEnrollmentResult {}
  }
}
