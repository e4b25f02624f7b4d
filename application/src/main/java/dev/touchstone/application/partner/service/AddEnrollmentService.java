package dev.touchstone.application.partner.service;

import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.audit.EvidenceChanges.Change;
import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.application.partner.port.in.AddEnrollmentUseCase;
import dev.touchstone.application.partner.port.out.Enrollments;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.time.Validity;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** Enrolls partners in what the catalog has, once at a time. */
public final class AddEnrollmentService implements AddEnrollmentUseCase {

  /** How far ahead somebody may enroll; the catalog of a later year is not known yet. */
  private static final Period AHEAD = Period.ofYears(1);

  private final Catalogs catalogs;
  private final Partners partners;
  private final Enrollments enrollments;
  private final EvidenceChanges changes;

  /** Enrolls these by the program's catalog. */
  public AddEnrollmentService(
      Catalogs catalogs, Partners partners, Enrollments enrollments, EvidenceChanges changes) {
    this.catalogs = catalogs;
    this.partners = partners;
    this.enrollments = enrollments;
    this.changes = changes;
  }

  @Override
  public AddEnrollmentResult add(AddEnrollmentCommand command) {
    return changes.run(
        change ->
            partners
                .find(command.partner(), change.today())
                .map(known -> add(command, known, change))
                .orElseGet(() -> new AddEnrollmentResult.NotFound(UnknownPartner.REASON)));
  }

  private AddEnrollmentResult add(AddEnrollmentCommand command, KnownPartner known, Change change) {
    LocalDate from = command.from() == null ? change.today() : command.from();
    Optional<String> objection =
        known
            .findBar(command.actor())
            .or(() -> findUnknownSpecialization(command))
            .or(() -> findBadDay(from, change.today()));
    if (objection.isPresent()) {
      return new AddEnrollmentResult.Refused(objection.get());
    }
    Enrollment enrollment =
        new Enrollment(command.specialization(), command.kind(), Validity.since(from));
    Optional<Enrollment> other =
        EnrollmentOverlap.find(
            enrollments.listOf(command.partner(), command.specialization(), command.kind()),
            enrollment);
    if (other.isPresent()) {
      return new AddEnrollmentResult.Enrolled(
          "The partner is enrolled already: %s; end that first, or begin on the day it ends."
              .formatted(EnrollmentOverlap.describe(other.get())));
    }
    enrollments.record(
        command.partner(),
        enrollment,
        change.log(
            command.actor(),
            "ADD_ENROLLMENT",
            "partner/" + command.partner(),
            EnrollmentOverlap.describe(enrollment)));
    return new AddEnrollmentResult.Added(
        enrollments.find(command.partner(), enrollment.key()).orElseThrow());
  }

  private Optional<String> findUnknownSpecialization(AddEnrollmentCommand command) {
    return catalogs.getCatalog().findSpecialization(command.specialization()).isPresent()
        ? Optional.empty()
        : Optional.of(
            "specialization is not in the catalog; take a code of GET /api/v1/catalog, exact in"
                + " case.");
  }

  private static Optional<String> findBadDay(LocalDate from, LocalDate today) {
    LocalDate last = today.plus(AHEAD);
    return from.isBefore(today) || from.isAfter(last)
        ? Optional.of("from is a day from today, %s, to %s.".formatted(today, last))
        : Optional.empty();
  }
}
