package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.survey.SurveyResponse;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The evidence on one partner, as of one date (domain.md, Words): what {@link Criterion criteria}
 * judge. Each view is worked out once, when it is first asked for; a dossier belongs to one thread.
 */
public final class Dossier {

  private final Catalog catalog;
  private final PartnerEvidence evidence;
  private final LocalDate date;
  private final List<Solved> solved = new ArrayList<>(2);
  private final List<ReferenceCount> referenceCounts = new ArrayList<>(2);
  private @Nullable List<SpecializationCode> toolkits;
  private @Nullable List<SpecializationCode> requested;
  private @Nullable RequestedCertifications certifications;
  private @Nullable List<Reference> references;

  /** The evidence as of the date, certificates read by the catalog. */
  public Dossier(Catalog catalog, PartnerEvidence evidence, LocalDate date) {
    this.catalog = catalog;
    this.evidence = evidence;
    this.date = date;
  }

  /** The date. */
  public LocalDate date() {
    return date;
  }

  /** The specializations whose toolkit the partner has, in order of their codes. */
  public List<SpecializationCode> toolkits() {
    if (toolkits == null) {
      toolkits = listEnrolled(EnrollmentKind.TOOLKIT);
    }
    return toolkits;
  }

  /** The specializations the partner requests, in order of their codes. */
  public List<SpecializationCode> requested() {
    if (requested == null) {
      requested = listEnrolled(EnrollmentKind.COMPETENCY);
    }
    return requested;
  }

  /** The requested specializations in which somebody is certified, in order of their codes. */
  public List<SpecializationCode> competencies() {
    return certifications().competencies();
  }

  /**
   * The signed references, in no order; also on specializations that are not requested.
   *
   * @param validFor how long a signature counts, or null for ever
   */
  public List<Reference> listReferences(@Nullable Period validFor) {
    if (references == null) {
      references = listValid(evidence.references(), null);
    }
    return validFor == null ? references : listValid(references, validFor);
  }

  private List<Reference> listValid(List<Reference> references, @Nullable Period validFor) {
    List<Reference> valid = new ArrayList<>(references.size());
    for (int i = 0; i < references.size(); i++) {
      Reference reference = references.get(i);
      if (reference.isValidOn(date, validFor)) {
        valid.add(reference);
      }
    }
    return Collections.unmodifiableList(valid);
  }

  /** All survey responses, in no order; which of them count is the survey criterion's. */
  public List<SurveyResponse> responses() {
    return evidence.responses();
  }

  /** Who is certified in what the partner requests. */
  RequestedCertifications certifications() {
    if (certifications == null) {
      certifications = new RequestedCertifications(requested(), evidence.people(), catalog, date);
    }
    return certifications;
  }

  /**
   * The largest matching. The specializations with most references are covered first, then by code
   * (domain.md, Certified people: a matching).
   *
   * @param perPerson how many specializations one person may stand for; 0 for no limit
   * @param validFor how long a signature counts here, or null for ever
   */
  Coverage coverage(int perPerson, @Nullable Period validFor) {
    if (requested().isEmpty()) {
      return Coverage.NONE;
    }
    for (Solved one : solved) {
      if (one.perPerson() == perPerson && Objects.equals(one.validFor(), validFor)) {
        return one.coverage();
      }
    }
    Coverage coverage =
        certifications().cover(perPerson, count(onRequested(validFor), requested()).countOn());
    solved.add(new Solved(perPerson, validFor, coverage));
    return coverage;
  }

  /**
   * The references that a criterion counts.
   *
   * @param terms of the tier whose own criterion it is
   */
  ReferenceCount count(Criterion.References criterion, CoverageTerms terms) {
    List<SpecializationCode> scope =
        criterion.scope() == Criterion.Scope.REQUESTED
            ? requested()
            : coverage(terms.perPerson(), terms.referencesValidFor()).specializations();
    return count(criterion, scope);
  }

  private ReferenceCount count(Criterion.References criterion, List<SpecializationCode> scope) {
    for (ReferenceCount count : referenceCounts) {
      if (count.isOf(criterion, scope)) {
        return count;
      }
    }
    ReferenceCount count =
        new ReferenceCount(
            criterion, scope, scope.isEmpty() ? List.of() : listReferences(criterion.validFor()));
    referenceCounts.add(count);
    return count;
  }

  /** Counts as most policies do, so that one count serves criteria and matching. */
  private static Criterion.References onRequested(@Nullable Period validFor) {
    return new Criterion.References(1, Criterion.Scope.REQUESTED, false, validFor);
  }

  private List<SpecializationCode> listEnrolled(EnrollmentKind kind) {
    List<SpecializationCode> enrolled = new ArrayList<>();
    List<Enrollment> enrollments = evidence.enrollments();
    for (int i = 0; i < enrollments.size(); i++) {
      Enrollment enrollment = enrollments.get(i);
      if (enrollment.kind() == kind
          && enrollment.validity().holdsOn(date)
          && !enrolled.contains(enrollment.specialization())) {
        enrolled.add(enrollment.specialization());
      }
    }
    enrolled.sort(null);
    return List.copyOf(enrolled);
  }

  private record Solved(int perPerson, @Nullable Period validFor, Coverage coverage) {}
}
