package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.survey.SurveyResponse;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The evidence on one partner, as of one date (domain.md, Words): what {@link Criterion criteria}
 * judge. Each view is worked out once, when it is first asked for; a dossier belongs to one thread.
 */
public final class Dossier {

  private final Catalog catalog;
  private final PartnerEvidence evidence;
  private final LocalDate date;
  private final List<SpecializationCode> toolkits;
  private final List<SpecializationCode> requested;
  private final Map<CoverageKey, Coverage> coverages = new HashMap<>();
  private @Nullable RequestedCertifications certifications;
  private @Nullable List<Reference> references;

  /** The evidence as of the date, certificates read by the catalog. */
  public Dossier(Catalog catalog, PartnerEvidence evidence, LocalDate date) {
    this.catalog = catalog;
    this.evidence = evidence;
    this.date = date;
    this.toolkits = listEnrolled(EnrollmentKind.TOOLKIT);
    this.requested = listEnrolled(EnrollmentKind.COMPETENCY);
  }

  /** The date. */
  public LocalDate date() {
    return date;
  }

  /** The specializations whose toolkit the partner has, in order of their codes. */
  public List<SpecializationCode> toolkits() {
    return toolkits;
  }

  /** The specializations the partner requests, in order of their codes. */
  public List<SpecializationCode> requested() {
    return requested;
  }

  /** The requested specializations in which somebody is certified, in order of their codes. */
  public List<SpecializationCode> competencies() {
    return certifications().competencies();
  }

  /**
   * The signed references, in order of their ids; also on specializations that are not requested.
   *
   * @param validFor how long a signature counts, or null for ever
   */
  public List<Reference> listReferences(@Nullable Period validFor) {
    if (references == null) {
      references =
          evidence.references().stream()
              .filter(reference -> reference.isValidOn(date, null))
              .sorted(Comparator.comparing(Reference::id))
              .toList();
    }
    if (validFor == null) {
      return references;
    }
    return references.stream().filter(reference -> reference.isValidOn(date, validFor)).toList();
  }

  /** All survey responses, in no order; which of them count is the survey criterion's. */
  public List<SurveyResponse> responses() {
    return evidence.responses();
  }

  /** Who is certified in what the partner requests. */
  RequestedCertifications certifications() {
    if (certifications == null) {
      certifications = new RequestedCertifications(requested, evidence.people(), catalog, date);
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
    return coverages.computeIfAbsent(
        new CoverageKey(perPerson, listByReferences(validFor)),
        key -> certifications().cover(key.perPerson(), key.priority()));
  }

  private List<SpecializationCode> listByReferences(@Nullable Period validFor) {
    Map<SpecializationCode, Integer> counts = new HashMap<>();
    for (Reference reference : listReferences(validFor)) {
      counts.merge(reference.specialization(), 1, Integer::sum);
    }
    // The sort is stable and the requested ones are in order of their codes.
    return requested.stream()
        .sorted(
            Comparator.comparing(
                specialization -> counts.getOrDefault(specialization, 0),
                Comparator.reverseOrder()))
        .toList();
  }

  private List<SpecializationCode> listEnrolled(EnrollmentKind kind) {
    return evidence.enrollments().stream()
        .filter(enrollment -> enrollment.kind() == kind && enrollment.validity().holdsOn(date))
        .map(Enrollment::specialization)
        .distinct()
        .sorted()
        .toList();
  }

  private record CoverageKey(int perPerson, List<SpecializationCode> priority) {}
}
