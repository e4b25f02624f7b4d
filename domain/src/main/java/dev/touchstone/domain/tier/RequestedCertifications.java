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

  private final List<SpecializationCode> requested;
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
    CertificationGraph.Builder builder = CertificationGraph.withSpecializations(requested.size());
    PersonId last = null;
    for (Accepted accepted : InOrder.of(listAccepted(people, catalog, date), Accepted.ORDER)) {
      if (!accepted.person().equals(last)) {
        last = accepted.person();
        builder.person();
        this.people.add(last);
      }
      builder.certificate();
      certificates.add(accepted.certification().id());
      for (SpecializationCode by : catalog.listAccepting(accepted.certification().code())) {
        int index = requested.indexOf(by);
        if (index >= 0) {
          builder.acceptedFor(index);
        }
      }
    }
    this.graph = builder.build();
  }

  private List<Accepted> listAccepted(
      List<PersonAtPartner> people, Catalog catalog, LocalDate date) {
    if (requested.isEmpty()) {
      return List.of();
    }
    List<Accepted> accepted = new ArrayList<>();
    for (PersonAtPartner person : people) {
      if (person.isEmployedOn(date)) {
        for (Certification certification : person.certifications()) {
          if (certification.isValidOn(date)
              && isRequested(catalog.listAccepting(certification.code()))) {
            accepted.add(new Accepted(person.id(), certification));
          }
        }
      }
    }
    return accepted;
  }

  private boolean isRequested(List<SpecializationCode> any) {
    for (SpecializationCode specialization : any) {
      if (requested.contains(specialization)) {
        return true;
      }
    }
    return false;
  }

  /** A certificate that some requested specialization accepts. */
  private record Accepted(PersonId person, Certification certification) {

    /** By person, then by certificate. */
    private static final Comparator<Accepted> ORDER =
        (one, other) -> {
          int byPerson = one.person.compareTo(other.person);
          return byPerson != 0
              ? byPerson
              : one.certification.id().compareTo(other.certification.id());
        };
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
