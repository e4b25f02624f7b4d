package dev.touchstone.application.partner.service;

import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.audit.EvidenceChanges.Change;
import dev.touchstone.application.partner.KnownEnrollment;
import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.application.partner.port.in.EndEnrollmentUseCase;
import dev.touchstone.application.partner.port.out.Enrollments;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.time.ProgramDays;
import dev.touchstone.domain.time.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Ends enrollments from today on; the past stays as it was. */
public final class EndEnrollmentService implements EndEnrollmentUseCase {

  private final Partners partners;
  private final Enrollments enrollments;
  private final EvidenceChanges changes;

  /** Ends these. */
  public EndEnrollmentService(Partners partners, Enrollments enrollments, EvidenceChanges changes) {
    this.partners = partners;
    this.enrollments = enrollments;
    this.changes = changes;
  }

  @Override
  public EndEnrollmentResult end(EndEnrollmentCommand command) {
    return changes.run(
        change -> {
          Optional<KnownPartner> partner = partners.find(command.partner(), change.today());
          if (partner.isEmpty()) {
            return new EndEnrollmentResult.NotFound(UnknownPartner.REASON);
          }
          return enrollments
              .find(command.partner(), command.key())
              .map(known -> end(command, partner.get(), known, change))
              .orElseGet(
                  () ->
                      new EndEnrollmentResult.NotFound(
                          "The partner has no such enrollment; its list has the keys."));
        });
  }

  private EndEnrollmentResult end(
      EndEnrollmentCommand command, KnownPartner partner, KnownEnrollment known, Change change) {
    if (known.version() != command.version()) {
      return new EndEnrollmentResult.Stale();
    }
    Enrollment before = known.enrollment();
    if (command.to().equals(before.validity().until())) {
      return new EndEnrollmentResult.Ended(known);
    }
    Enrollment ended =
        new Enrollment(
            before.specialization(),
            before.kind(),
            new Validity(before.validity().from(), command.to()));
    Optional<String> objection =
        partner
            .findBar(command.actor())
            .or(() -> findBadEnd(before.validity(), command.to(), change.today()))
            .or(() -> findOverlap(command, ended));
    if (objection.isPresent()) {
      return new EndEnrollmentResult.Refused(objection.get());
    }
    enrollments.record(
        command.partner(),
        ended,
        change.log(
            command.actor(),
            "END_ENROLLMENT",
            "partner/" + command.partner(),
            EnrollmentOverlap.describe(ended)));
    return new EndEnrollmentResult.Ended(
        enrollments.find(command.partner(), command.key()).orElseThrow());
  }

  private static Optional<String> findBadEnd(Validity before, LocalDate to, LocalDate today) {
    LocalDate until = before.until();
    if (until != null && until.isBefore(today)) {
      return Optional.of(
          "The enrollment ended on %s; enroll again instead of changing the past."
              .formatted(until));
    }
    LocalDate first = before.from().isAfter(today) ? before.from() : today;
    return to.isBefore(first) || !ProgramDays.isWritable(to)
        ? Optional.of(
            "to is the first day on which the enrollment no longer counts: %s or later."
                .formatted(first))
        : Optional.empty();
  }

  private Optional<String> findOverlap(EndEnrollmentCommand command, Enrollment ended) {
    List<Enrollment> others =
        enrollments.listOf(command.partner(), ended.specialization(), ended.kind()).stream()
            .filter(other -> !other.key().equals(ended.key()))
            .toList();
    return EnrollmentOverlap.find(others, ended)
        .map(
            other ->
                "Up to %s it would overlap with %s; choose an earlier day."
                    .formatted(command.to(), EnrollmentOverlap.describe(other)));
  }
}
