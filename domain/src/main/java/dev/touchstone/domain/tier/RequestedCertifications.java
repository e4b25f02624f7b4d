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
import java.util.Collections;
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
  private final List<List<PersonId>> peopleOn;
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
    this.peopleOn =
        requested.stream().map(s -> (List<PersonId>) new ArrayList<PersonId>()).toList();
    CertificationGraph.Builder builder = CertificationGraph.withSpecializations(requested.size());
    people.stream()
        .filter(person -> person.isEmployedOn(date))
        .sorted(Comparator.comparing(PersonAtPartner::id))
        .forEach(person -> add(person, catalog, date, builder));
    this.graph = builder.build();
  }

  private void add(
      PersonAtPartner person, Catalog catalog, LocalDate date, CertificationGraph.Builder builder) {
    List<Certification> valid =
        person.certifications().stream()
            .filter(certification -> certification.isValidOn(date))
            .sorted(Comparator.comparing(Certification::id))
            .toList();
    boolean added = false;
    for (Certification certification : valid) {
      List<Integer> acceptedFor = listAccepting(certification, catalog);
      if (acceptedFor.isEmpty()) {
        continue;
      }
      if (!added) {
        builder.person();
        people.add(person.id());
        added = true;
      }
      builder.certificate();
      certificates.add(certification.id());
      for (int specialization : acceptedFor) {
        builder.acceptedFor(specialization);
        addOnce(person.id(), peopleOn.get(specialization));
      }
    }
  }

  private List<Integer> listAccepting(Certification certification, Catalog catalog) {
    return catalog.listAccepting(certification.code()).stream()
        .map(specialization -> Collections.binarySearch(requested, specialization))
        .filter(index -> index >= 0)
        .toList();
  }

  private static void addOnce(PersonId person, List<PersonId> people) {
    if (people.isEmpty() || !people.get(people.size() - 1).equals(person)) {
      people.add(person);
    }
  }

  /** Persons certified in at least one requested specialization. */
  int peopleCertified() {
    return people.size();
  }

  /** The requested specializations in which somebody is certified, in order of their codes. */
  List<SpecializationCode> competencies() {
    return requested.stream().filter(s -> !listPeopleOn(s).isEmpty()).toList();
  }

  /** Who is certified in a requested specialization, in order of person ids. */
  List<PersonId> listPeopleOn(SpecializationCode specialization) {
    return List.copyOf(peopleOn.get(indexOf(specialization)));
  }

  /**
   * The largest matching.
   *
   * @param perPerson how many specializations one person may stand for; 0 for no limit
   * @param priority the requested specializations in the order in which they are to be covered
   */
  Coverage cover(int perPerson, List<SpecializationCode> priority) {
    Matching matching =
        Matching.solve(graph, perPerson, priority.stream().mapToInt(this::indexOf).toArray());
    List<Assignment.Seat> seats = new ArrayList<>();
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
        matching.unusedPersons().stream().map(people::get).toList(),
        matching
            .bottleneck()
            .map(
                bottleneck ->
                    new Bottleneck(
                        bottleneck.specializations().stream().map(requested::get).toList(),
                        bottleneck.persons().stream().map(people::get).toList(),
                        bottleneck.deficiency()))
            .orElse(null));
  }

  private int indexOf(SpecializationCode specialization) {
    return Collections.binarySearch(requested, specialization);
  }
}
