package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.tier.matching.CertificationGraph;
import dev.touchstone.domain.tier.matching.Matching;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who of the persons employed on a date is certified in which requested specialization, by which
 * certificate (domain.md, Certified people: a matching). It translates between the domain's ids and
 * the indices of the {@link CertificationGraph}; persons and certificates that are accepted nowhere
 * are left out.
 */
final class RequestedCertifications {

  private static final Comparator<PersonAtPartner> BY_PERSON =
      (one, other) -> one.id().compareTo(other.id());

  private static final Comparator<Certification> BY_CERTIFICATE =
      (one, other) -> one.id().compareTo(other.id());

  private final List<SpecializationCode> requested;
  private final Catalog catalog;
  private final LocalDate date;
  private final List<PersonId> people = new ArrayList<>();
  private final List<CertificateId> certificates = new ArrayList<>();
  private final CertificationGraph graph;

  /**
   * @param requested in order of their codes
   */
  RequestedCertifications(
      List<SpecializationCode> requested,
      List<PersonAtPartner> people,
      Catalog catalog,
      LocalDate date) {
    this.requested = requested;
    this.catalog = catalog;
    this.date = date;
    CertificationGraph.Builder builder = CertificationGraph.withSpecializations(requested.size());
    if (!requested.isEmpty()) {
      for (PersonAtPartner person : InOrder.of(people, BY_PERSON)) {
        if (person.isEmployedOn(date)) {
          add(person, builder);
        }
      }
    }
    this.graph = builder.build();
  }

  private void add(PersonAtPartner person, CertificationGraph.Builder builder) {
    boolean added = false;
    for (Certification certification : InOrder.of(person.certifications(), BY_CERTIFICATE)) {
      if (certification.isValidOn(date) && isAccepted(certification)) {
        if (!added) {
          builder.person();
          people.add(person.id());
          added = true;
        }
        add(certification, builder);
      }
    }
  }

  private boolean isAccepted(Certification certification) {
    for (SpecializationCode specialization : catalog.listAccepting(certification.code())) {
      if (requested.contains(specialization)) {
        return true;
      }
    }
    return false;
  }

  private void add(Certification certification, CertificationGraph.Builder builder) {
    builder.certificate();
    certificates.add(certification.id());
    for (SpecializationCode specialization : catalog.listAccepting(certification.code())) {
      int index = requested.indexOf(specialization);
      if (index >= 0) {
        builder.acceptedFor(index);
      }
    }
  }

  /** Persons certified in at least one requested specialization. */
  int peopleCertified() {
    return people.size();
  }

  /** How many requested specializations the largest matching covers. */
  int countCovered(int perPerson) {
    return Matching.countCovered(graph, perPerson);
  }

  /** The requested specializations in which somebody is certified, in order of their codes. */
  List<SpecializationCode> competencies() {
    List<SpecializationCode> competencies = new ArrayList<>(requested.size());
    for (int s = 0; s < requested.size(); s++) {
      if (graph.isAnyoneCertifiedIn(s)) {
        competencies.add(requested.get(s));
      }
    }
    return competencies;
  }

  /** Who is certified in a requested specialization, in order of person ids. */
  List<PersonId> listPeopleOn(SpecializationCode specialization) {
    return namesOf(graph.personsCertifiedIn(requested.indexOf(specialization)), people);
  }

  /**
   * The largest matching that covers the specializations with most references first, then by code.
   *
   * @param perPerson how many specializations one person may stand for; 0 for no limit
   * @param references how many there are on each requested specialization
   */
  Coverage cover(int perPerson, int[] references) {
    Matching matching = Matching.solve(graph, perPerson, descending(references));
    List<Assignment.Seat> seats = new ArrayList<>(requested.size());
    for (int s = 0; s < requested.size(); s++) {
      if (matching.covers(s)) {
        seats.add(
            new Assignment.Seat(
                requested.get(s),
                people.get(matching.personFor(s)),
                certificates.get(matching.certificateFor(s))));
      }
    }
    return new Coverage(
        new Assignment(seats),
        namesOf(matching.unusedPersons(), people),
        matching
            .bottleneck()
            .map(
                bottleneck ->
                    new Bottleneck(
                        namesOf(bottleneck.specializations(), requested),
                        namesOf(bottleneck.persons(), people),
                        bottleneck.deficiency()))
            .orElse(null));
  }

  /** The places of the numbers, the largest number first, of equal ones the first place first. */
  private static int[] descending(int[] numbers) {
    int[] places = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      int at = i;
      for (; at > 0 && numbers[places[at - 1]] < numbers[i]; at--) {
        places[at] = places[at - 1];
      }
      places[at] = i;
    }
    return places;
  }

  private static <T> List<T> namesOf(List<Integer> indices, List<T> names) {
    List<T> named = new ArrayList<>(indices.size());
    for (int index : indices) {
      named.add(names.get(index));
    }
    return named;
  }
}
