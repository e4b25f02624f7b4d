package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One demand of a tier (domain.md, The tiers). Every number is policy data. Each case judges a
 * dossier; see {@link Finding} for what comes out.
 */
public sealed interface Criterion {

  /**
   * What the dossier shows against the demand.
   *
   * @param terms of the tier whose own criterion it is
   */
  Finding judge(Dossier dossier, CoverageTerms terms);

  /**
   * Whether the dossier meets the demand: as {@link #judge} finds, without the work of saying why.
   *
   * @param terms of the tier whose own criterion it is
   */
  boolean isMetBy(Dossier dossier, CoverageTerms terms);

  /** What it is about. */
  CriterionKind kind();

  /** The topics of the evidence that decides whether it is met. */
  Set<EvidenceTopic> restsOn();

  /**
   * Access to toolkits.
   *
   * @param atLeast on how many different specializations
   */
  record Toolkits(int atLeast) implements Criterion {
    /** Checks the number. */
    public Toolkits {
      requirePositive("atLeast", atLeast);
    }

    @Override
    public CriterionKind kind() {
      return CriterionKind.TOOLKITS;
    }

    @Override
    public Finding.Toolkits judge(Dossier dossier, CoverageTerms terms) {
      return new Finding.Toolkits(this, isMetBy(dossier, terms), dossier.toolkits());
    }

    @Override
    public boolean isMetBy(Dossier dossier, CoverageTerms terms) {
      return dossier.toolkits().size() >= atLeast;
    }

    @Override
    public Set<EvidenceTopic> restsOn() {
      return Set.of(EvidenceTopic.TOOLKIT);
    }
  }

  /**
   * Certified people (domain.md, Certified people: a matching).
   *
   * @param people how many different persons are joined to a requested specialization
   * @param specializations how many specializations a matching covers
   * @param perPerson how many specializations one person may stand for, each by another
   *     certificate; 0 for no limit
   */
  record CertifiedPeople(int people, int specializations, int perPerson) implements Criterion {

    /** One person, one specialization: the article's reading, and the default. */
    public static final int DEFAULT_PER_PERSON = 1;

    /** Checks the numbers. */
    public CertifiedPeople {
      requirePositive("people", people);
      requirePositive("specializations", specializations);
      if (perPerson < 0) {
        throw new IllegalArgumentException("perPerson must be 0 (no limit) or more");
      }
    }

    @Override
    public CriterionKind kind() {
      return CriterionKind.CERTIFIED_PEOPLE;
    }

    @Override
    public Finding.CertifiedPeople judge(Dossier dossier, CoverageTerms terms) {
      int peopleCertified = dossier.certifications().peopleCertified();
      Coverage coverage = dossier.coverage(perPerson, terms.referencesValidFor());
      return new Finding.CertifiedPeople(
          this,
          coverage.size() >= specializations && peopleCertified >= people,
          dossier.requested(),
          peopleCertified,
          coverage.assignment(),
          coverage.unused(),
          coverage.bottleneck());
    }

    @Override
    public boolean isMetBy(Dossier dossier, CoverageTerms terms) {
      return dossier.certifications().peopleCertified() >= people
          && dossier.certifications().countCovered(perPerson) >= specializations;
    }

    /** Which specializations are covered rests on references, how many does not. */
    @Override
    public Set<EvidenceTopic> restsOn() {
      return Set.of(EvidenceTopic.COMPETENCY, EvidenceTopic.PERSON);
    }
  }

  /**
   * One requested specialization on which so many people are certified: the historical reading.
   *
   * @param people how many
   */
  record Team(int people) implements Criterion {
    /** Checks the number. */
    public Team {
      requirePositive("people", people);
    }

    @Override
    public CriterionKind kind() {
      return CriterionKind.TEAM;
    }

    @Override
    public Finding.Team judge(Dossier dossier, CoverageTerms terms) {
      SpecializationCode largest = null;
      List<PersonId> team = List.of();
      for (SpecializationCode specialization : dossier.requested()) {
        List<PersonId> certified = dossier.certifications().listPeopleOn(specialization);
        if (certified.size() > team.size()) {
          largest = specialization;
          team = certified;
        }
      }
      return new Finding.Team(this, team.size() >= people, largest, team);
    }

    @Override
    public boolean isMetBy(Dossier dossier, CoverageTerms terms) {
      return judge(dossier, terms).met();
    }

    @Override
    public Set<EvidenceTopic> restsOn() {
      return Set.of(EvidenceTopic.COMPETENCY, EvidenceTopic.PERSON);
    }
  }

  /**
   * References signed by end customers (domain.md, References).
   *
   * @param atLeast how many
   * @param scope on which specializations
   * @param distinctCustomers whether one customer counts once
   * @param validFor how long a signature counts, or null for ever
   */
  record References(int atLeast, Scope scope, boolean distinctCustomers, @Nullable Period validFor)
      implements Criterion {
    /** Checks the number. */
    public References {
      requirePositive("atLeast", atLeast);
    }

    @Override
    public CriterionKind kind() {
      return CriterionKind.REFERENCES;
    }

    @Override
    public Finding.References judge(Dossier dossier, CoverageTerms terms) {
      ReferenceCount count = dossier.count(this, terms);
      return new Finding.References(
          this, isMetBy(count, terms), count.total(), count.bySpecialization());
    }

    @Override
    public boolean isMetBy(Dossier dossier, CoverageTerms terms) {
      return isMetBy(dossier.count(this, terms), terms);
    }

    @Override
    public Set<EvidenceTopic> restsOn() {
      return scope == Scope.REQUESTED
          ? Set.of(EvidenceTopic.COMPETENCY, EvidenceTopic.REFERENCE)
          : Set.of(EvidenceTopic.COMPETENCY, EvidenceTopic.REFERENCE, EvidenceTopic.PERSON);
    }

    private boolean isMetBy(ReferenceCount count, CoverageTerms terms) {
      if (scope != Scope.EACH_ASSIGNED) {
        return count.total() >= atLeast;
      }
      Integer demanded = terms.specializations();
      // Where nothing is covered, "on each of them" would hold for want of any.
      int onAsMany = demanded != null ? demanded : Math.max(1, count.specializations());
      return count.specializationsWith(atLeast) >= onAsMany;
    }
  }

  /** On which specializations references count. */
  enum Scope {
    /** On all requested specializations together. */
    REQUESTED,
    /** On the specializations covered by the matching together. */
    ASSIGNED,
    /** That many on each of as many covered specializations as the tier demands. */
    EACH_ASSIGNED
  }

  /**
   * A positive customer-satisfaction survey (domain.md, Survey).
   *
   * @param responses the least number counted
   * @param window how far back from the date, excluding the day at that distance
   * @param maxPerCustomer how many responses of one customer count
   * @param meanAtLeast the least mean overall satisfaction, or null where taking part is enough
   */
  record Survey(int responses, Period window, int maxPerCustomer, @Nullable BigDecimal meanAtLeast)
      implements Criterion {
    /** Checks the numbers. */
    public Survey {
      requirePositive("responses", responses);
      requirePositive("maxPerCustomer", maxPerCustomer);
      if (window.isNegative() || window.isZero()) {
        throw new IllegalArgumentException("window must be longer than nothing, not " + window);
      }
    }

    @Override
    public CriterionKind kind() {
      return CriterionKind.SURVEY;
    }

    @Override
    public Finding.Survey judge(Dossier dossier, CoverageTerms terms) {
      SurveyCount count = SurveyCount.of(this, dossier.responses(), dossier.date());
      return new Finding.Survey(
          this, isMetBy(count), count.counted(), count.satisfactionSum(), count.leftOut());
    }

    @Override
    public boolean isMetBy(Dossier dossier, CoverageTerms terms) {
      return isMetBy(SurveyCount.of(this, dossier.responses(), dossier.date()));
    }

    @Override
    public Set<EvidenceTopic> restsOn() {
      return Set.of(EvidenceTopic.RESPONSE);
    }

    private boolean isMetBy(SurveyCount count) {
      return count.size() >= responses && (meanAtLeast == null || count.hasMeanOf(meanAtLeast));
    }

    /** The last day of which no response counts any more on the date. */
    LocalDate lastDayBeforeWindow(LocalDate date) {
      return date.minus(window);
    }

    /** Whether a response of a day counts on the date. */
    public boolean isInWindow(LocalDate answeredOn, LocalDate date) {
      return answeredOn.isAfter(lastDayBeforeWindow(date)) && !answeredOn.isAfter(date);
    }

    /** The first day, after its own, on which a response of a day no longer counts. */
    public LocalDate firstDayWithout(LocalDate answeredOn) {
      // Months differ in length, so this is the day or one close to it.
      LocalDate day = answeredOn.plus(window);
      while (isInWindow(answeredOn, day)) {
        day = day.plusDays(1);
      }
      while (!isInWindow(answeredOn, day.minusDays(1))) {
        day = day.minusDays(1);
      }
      return day;
    }
  }

  private static void requirePositive(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " must be 1 or more, not " + value);
    }
  }
}
