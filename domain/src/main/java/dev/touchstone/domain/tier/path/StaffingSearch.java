package dev.touchstone.domain.tier.path;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.tier.Assignment;
import dev.touchstone.domain.tier.CoverageTerms;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Demand;
import dev.touchstone.domain.tier.Dossier;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.TierCriterion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest plan that meets the criteria on certified people, teams and references: they
 * hang together, because a competency that is requested brings its people and its references, and a
 * person who is certified may bring the references on what is then covered.
 *
 * <p>Sets of competencies are tried by size. For each, so many people are certified that whoever
 * they stand for is open: such a person is joined to every specialization, and the matching itself
 * says for which it is best. (Somebody new with one certificate can do all that one more
 * certificate of somebody present can.) Then the references that are still missing follow from what
 * is covered. A set too large to be better than the best plan is not looked at; where there are too
 * many sets all the same, the search ends with a plan that may not be the smallest.
 */
final class StaffingSearch {

  /** Sets of competencies beyond which the search ends with the best plan found so far. */
  private static final int MOST_TRIED = 4_000;

  /** Accepted for every specialization in which people can be certified. */
  private static final CertificationCode OPEN = new CertificationCode("\uFFFF");

  private final Catalog catalog;
  private final Catalog openCatalog;
  private final Demands demands;
  private final Demands teams;
  private final Demands people;
  private final Demands references;
  private final PartnerEvidence evidence;
  private final LocalDate date;
  private final List<SpecializationCode> requested;

  /** Those not requested that bring people or references. */
  private final List<SpecializationCode> useful;

  /** Those not requested that bring nothing. */
  private final List<SpecializationCode> blank;

  private @Nullable StaffingPlan best;
  private int tried;
  private boolean exhausted;

  StaffingSearch(Catalog catalog, Demands demands, PartnerEvidence evidence, LocalDate date) {
    this.catalog = catalog;
    this.openCatalog = openOf(catalog);
    this.demands = demands;
    this.teams = demands.only(criterion -> criterion instanceof Criterion.Team);
    this.people = demands.only(criterion -> criterion instanceof Criterion.CertifiedPeople);
    this.references = demands.only(criterion -> criterion instanceof Criterion.References);
    this.evidence = evidence;
    this.date = date;
    this.requested = new Dossier(catalog, evidence, date).requested();
    Set<SpecializationCode> bringing = listBringing();
    this.useful = new ArrayList<>();
    this.blank = new ArrayList<>();
    for (Specialization specialization : catalog.listSpecializations()) {
      if (!requested.contains(specialization.code())) {
        (bringing.contains(specialization.code()) ? useful : blank).add(specialization.code());
      }
    }
    Map<SpecializationCode, Integer> counts = countReferences();
    useful.sort(
        Comparator.comparing(code -> counts.getOrDefault(code, 0), Comparator.reverseOrder()));
  }

  private static Catalog openOf(Catalog catalog) {
    return new Catalog(
        catalog.name(),
        catalog.version(),
        catalog.listSpecializations().stream()
            .map(of -> new Specialization(of.code(), of.kind(), of.names(), withOpen(of.accepts())))
            .toList());
  }

  private static Set<CertificationCode> withOpen(Set<CertificationCode> accepts) {
    Set<CertificationCode> codes = new HashSet<>(accepts);
    if (!codes.isEmpty()) {
      codes.add(OPEN);
    }
    return codes;
  }

  private Set<SpecializationCode> listBringing() {
    Set<SpecializationCode> bringing = new HashSet<>();
    for (PersonAtPartner person : evidence.people()) {
      if (person.isEmployedOn(date)) {
        for (Certification certification : person.certifications()) {
          if (certification.isValidOn(date)) {
            bringing.addAll(catalog.listAccepting(certification.code()));
          }
        }
      }
    }
    for (Reference reference : evidence.references()) {
      if (reference.isValidOn(date, null)) {
        bringing.add(reference.specialization());
      }
    }
    return bringing;
  }

  /** The smallest plan; empty where there is none. */
  Optional<StaffingPlan> find() {
    if (demands.areMetBy(new Dossier(catalog, evidence, date))) {
      return Optional.of(new StaffingPlan(List.of(), List.of(), List.of()));
    }
    if (!isReachable()) {
      return Optional.empty();
    }
    int all = useful.size() + blank.size();
    int fewest = fewestRequests();
    // What brings most comes first, so that a good plan is found early and rules out the rest.
    for (int requests = fewest; requests <= all && couldBeBetter(requests); requests++) {
      tryOn(List.copyOf(new TreeSet<>(with(useful, blank).subList(0, requests))));
    }
    for (int requests = fewest; requests <= all; requests++) {
      if (couldBeBetter(requests)) {
        tryAllOf(requests);
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Whether the plan found is one of the smallest for certain: all smaller ones were looked at, and
   * the demands are none of those for which somebody certified by a chosen code, or somebody
   * present, can do more than somebody new.
   */
  boolean isSmallestForCertain() {
    return !exhausted && !demandsMoreThanItLooksAt();
  }

  private boolean demandsMoreThanItLooksAt() {
    boolean sharedCodes =
        catalog.listSpecializations().stream()
            .flatMap(of -> of.accepts().stream())
            .anyMatch(code -> catalog.listAccepting(code).size() > 1);
    boolean onEachOfAnyNumber =
        references.all().stream()
            .anyMatch(
                demand ->
                    ((Criterion.References) demand.criterion()).scope()
                            == Criterion.Scope.EACH_ASSIGNED
                        && demand.terms().specializations() == null);
    return onEachOfAnyNumber || (sharedCodes && !teams.all().isEmpty());
  }

  private boolean couldBeBetter(int requests) {
    return best == null || requests + leastWith(requests) < best.size();
  }

  /** No more specializations can be covered than are requested. */
  private int fewestRequests() {
    int demanded =
        demands.listCriteria(Criterion.CertifiedPeople.class).stream()
            .mapToInt(Criterion.CertifiedPeople::specializations)
            .max()
            .orElse(0);
    return Math.max(0, demanded - requested.size());
  }

  /** The criteria that no plan can meet. */
  List<TierCriterion> listOutOfReach() {
    return demands.listUnmet(new Dossier(catalog, allTaken(), date));
  }

  private boolean isReachable() {
    return demands.areMetBy(new Dossier(catalog, allTaken(), date));
  }

  /** Everything is requested, and there are as many people and references on each as may count. */
  private PartnerEvidence allTaken() {
    StepTaker taker = new StepTaker(catalog, evidence, date);
    useful.forEach(taker::request);
    blank.forEach(taker::request);
    int enough = mostDemanded();
    for (SpecializationCode specialization : with(requested, with(useful, blank))) {
      for (int i = 0; i < enough; i++) {
        if (StepTaker.findCode(catalog, specialization).isPresent()) {
          taker.certifySomebody(specialization);
        }
        taker.reference(specialization);
      }
    }
    return taker.evidence();
  }

  private int mostDemanded() {
    int most = 1;
    for (Criterion criterion : demands.listCriteria(Criterion.class)) {
      if (criterion instanceof Criterion.CertifiedPeople certified) {
        most = Math.max(most, Math.max(certified.people(), certified.specializations()));
      } else if (criterion instanceof Criterion.Team team) {
        most = Math.max(most, team.people());
      } else if (criterion instanceof Criterion.References of) {
        most = Math.max(most, of.atLeast());
      }
    }
    return most;
  }

  /** The least that is still to be done after so many requests, whichever they are. */
  private int leastWith(int requests) {
    Dossier everything = new Dossier(catalog, requesting(with(useful, blank)), date);
    int certifications = 0;
    for (Demand demand : people.all()) {
      Criterion.CertifiedPeople of = (Criterion.CertifiedPeople) demand.criterion();
      Finding.CertifiedPeople finding = (Finding.CertifiedPeople) demand.judge(everything);
      int covered = Math.min(requested.size() + requests, finding.specializationsCovered());
      certifications = Math.max(certifications, of.specializations() - covered);
      certifications = Math.max(certifications, of.people() - finding.peopleCertified());
    }
    int missing = 0;
    for (Criterion.References of : references.listCriteria(Criterion.References.class)) {
      // On each: at least on one. What is covered has no more than what is requested.
      missing = Math.max(missing, of.atLeast() - mostReferencesWith(requests));
    }
    return Math.max(certifications, 0) + Math.max(missing, 0);
  }

  private int mostReferencesWith(int requests) {
    Map<SpecializationCode, Integer> counts = countReferences();
    int count = requested.stream().mapToInt(of -> counts.getOrDefault(of, 0)).sum();
    int[] brought = useful.stream().mapToInt(of -> -counts.getOrDefault(of, 0)).sorted().toArray();
    return count - Arrays.stream(brought).limit(requests).sum();
  }

  private Map<SpecializationCode, Integer> countReferences() {
    Map<SpecializationCode, Integer> counts = new HashMap<>();
    for (Reference reference : evidence.references()) {
      if (reference.isValidOn(date, null)) {
        counts.merge(reference.specialization(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private void tryAllOf(int requests) {
    for (int blanks = 0; blanks <= Math.min(requests, blank.size()); blanks++) {
      if (requests - blanks <= useful.size()) {
        choose(requests - blanks, 0, new ArrayList<>(blank.subList(0, blanks)));
      }
    }
  }

  private void choose(int left, int from, List<SpecializationCode> chosen) {
    if (exhausted) {
      return;
    }
    if (left == 0) {
      exhausted = ++tried > MOST_TRIED;
      tryOn(List.copyOf(new TreeSet<>(chosen)));
      return;
    }
    for (int i = from; i <= useful.size() - left; i++) {
      chosen.add(useful.get(i));
      choose(left - 1, i + 1, chosen);
      chosen.remove(chosen.size() - 1);
    }
  }

  private void tryOn(List<SpecializationCode> requests) {
    PartnerEvidence requesting = requesting(requests);
    if (teams.areMetBy(new Dossier(catalog, requesting, date))) {
      tryOn(requests, List.of());
      return;
    }
    int members =
        teams.listCriteria(Criterion.Team.class).stream()
            .mapToInt(Criterion.Team::people)
            .max()
            .orElse(0);
    for (SpecializationCode specialization : with(requested, requests)) {
      if (StepTaker.findCode(catalog, specialization).isPresent()) {
        int present = countPeopleOn(specialization, requesting);
        List<SpecializationCode> team = new ArrayList<>();
        for (int i = present; i < members; i++) {
          team.add(specialization);
        }
        tryOn(requests, team);
      }
    }
  }

  private int countPeopleOn(SpecializationCode specialization, PartnerEvidence requesting) {
    int count = 0;
    for (PersonAtPartner person : requesting.people()) {
      if (person.isEmployedOn(date)
          && person.certifications().stream()
              .filter(of -> of.isValidOn(date))
              .anyMatch(of -> catalog.listAccepting(of.code()).contains(specialization))) {
        count++;
      }
    }
    return count;
  }

  /** Tries one more person after another, until a better plan could no longer come out. */
  private void tryOn(List<SpecializationCode> requests, List<SpecializationCode> team) {
    StepTaker taker = new StepTaker(openCatalog, evidence, date);
    requests.forEach(taker::request);
    for (SpecializationCode of : team) {
      taker.certifySomebody(StepTaker.findCode(catalog, of).orElseThrow());
    }
    int fixed = requests.size() + team.size();
    int most = mostPeopleToTry();
    for (int open = 0; open <= most; open++) {
      if (best != null && fixed + open >= best.size()) {
        return;
      }
      if (open > 0) {
        taker.certifySomebody(OPEN);
      }
      Dossier dossier = new Dossier(openCatalog, taker.evidence(), date);
      if (people.areMetBy(dossier)) {
        List<SpecializationCode> missing = listMissingReferences(dossier);
        if (missing != null) {
          consider(requests, team, open, dossier, missing);
          if (missing.isEmpty()) {
            return;
          }
        }
      }
    }
  }

  /** More people than that can neither be demanded nor bring a reference. */
  private int mostPeopleToTry() {
    int most = requested.size() + useful.size() + blank.size();
    for (Criterion.CertifiedPeople of : demands.listCriteria(Criterion.CertifiedPeople.class)) {
      most = Math.max(most, of.people());
    }
    return most;
  }

  private void consider(
      List<SpecializationCode> requests,
      List<SpecializationCode> team,
      int open,
      Dossier dossier,
      List<SpecializationCode> missing) {
    int size = requests.size() + team.size() + open + missing.size();
    if (best != null && size >= best.size()) {
      return;
    }
    for (CoverageTerms terms : listTerms()) {
      List<SpecializationCode> certifications = new ArrayList<>(team);
      certifications.addAll(listOpenSeats(dossier, terms, open));
      StaffingPlan plan = new StaffingPlan(requests, certifications, missing);
      if (plan.size() == size
          && demands.areMetBy(
              new Dossier(catalog, plan.takenFrom(new StepTaker(catalog, evidence, date)), date))) {
        best = plan;
        return;
      }
    }
  }

  private Collection<CoverageTerms> listTerms() {
    return demands.all().stream().map(Demand::terms).distinct().toList();
  }

  /** For what the open people are certified: what they stand for, else anything requested. */
  private List<SpecializationCode> listOpenSeats(Dossier dossier, CoverageTerms terms, int open) {
    List<SpecializationCode> seats = new ArrayList<>();
    for (Assignment.Seat seat : assignment(dossier, terms).seats()) {
      boolean isOpen =
          evidence.people().stream().noneMatch(person -> person.id().equals(seat.person()));
      if (isOpen && seats.size() < open) {
        seats.add(seat.specialization());
      }
    }
    Optional<SpecializationCode> any =
        dossier.requested().stream()
            .filter(of -> StepTaker.findCode(catalog, of).isPresent())
            .findFirst();
    while (seats.size() < open && any.isPresent()) {
      seats.add(any.get());
    }
    return seats;
  }

  private static Assignment assignment(Dossier dossier, CoverageTerms terms) {
    return new Criterion.CertifiedPeople(1, 1, terms.perPerson())
        .judge(dossier, terms)
        .assignment();
  }

  /** On what references are missing, one entry each; null where more of them do not help. */
  private @Nullable List<SpecializationCode> listMissingReferences(Dossier dossier) {
    Map<SpecializationCode, Integer> missing = new HashMap<>();
    List<Demand> together = new ArrayList<>();
    for (Demand demand : references.all()) {
      Finding.References finding = (Finding.References) demand.judge(dossier);
      if (finding.met()) {
        continue;
      }
      if (finding.bySpecialization().isEmpty()) {
        return null;
      }
      if (finding.criterion().scope() != Criterion.Scope.EACH_ASSIGNED) {
        together.add(demand);
      } else if (!addMissingOnEach(finding, demand.terms(), missing)) {
        return null;
      }
    }
    for (Demand demand : together) {
      addMissingTogether((Finding.References) demand.judge(dossier), missing);
    }
    List<SpecializationCode> references = new ArrayList<>();
    new TreeMap<>(missing)
        .forEach((on, count) -> references.addAll(Collections.nCopies(count, on)));
    return references;
  }

  /** On as many as the tier demands, those that lack the fewest; false where fewer are covered. */
  private static boolean addMissingOnEach(
      Finding.References finding, CoverageTerms terms, Map<SpecializationCode, Integer> missing) {
    Integer demanded = terms.specializations();
    int onAsMany = demanded != null ? demanded : finding.bySpecialization().size();
    if (finding.bySpecialization().size() < onAsMany) {
      return false;
    }
    finding.bySpecialization().stream()
        .sorted((a, b) -> Integer.compare(b.references().size(), a.references().size()))
        .limit(onAsMany)
        .forEach(
            on -> {
              int lacks = finding.criterion().atLeast() - on.references().size();
              if (lacks > 0) {
                missing.merge(on.specialization(), lacks, Math::max);
              }
            });
    return true;
  }

  private static void addMissingTogether(
      Finding.References finding, Map<SpecializationCode, Integer> missing) {
    List<SpecializationCode> scope =
        finding.bySpecialization().stream()
            .map(Finding.References.OnSpecialization::specialization)
            .toList();
    int added = scope.stream().mapToInt(of -> missing.getOrDefault(of, 0)).sum();
    int lacks = finding.criterion().atLeast() - finding.referencesCounted() - added;
    if (lacks > 0) {
      SpecializationCode on =
          scope.stream().filter(missing::containsKey).findFirst().orElse(scope.get(0));
      missing.merge(on, lacks, Integer::sum);
    }
  }

  private PartnerEvidence requesting(List<SpecializationCode> more) {
    StepTaker taker = new StepTaker(catalog, evidence, date);
    more.forEach(taker::request);
    return taker.evidence();
  }

  private static List<SpecializationCode> with(
      List<SpecializationCode> some, List<SpecializationCode> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
