package dev.touchstone.domain.standing.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.fixture.RandomEvidence;
import dev.touchstone.domain.fixture.RandomPolicy;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Outlooks against a decision on every day, and without every person and certificate. */
class OutlookPropertyTest {

  private static final LocalDate DATE = LocalDate.of(2011, 6, 1);
  private static final int TWO_YEARS = 731;

  private int falls;
  private int lasting;
  private int critical;
  private int uncritical;

  @Test
  void namesTheFirstDayOfLessAndExactlyWhoIsCritical() {
    for (long seed = 0; seed < 800; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 6);
      RandomPolicy policies = new RandomPolicy(random);
      List<TierPolicy> versions = new ArrayList<>();
      versions.add(policies.next(1, DATE.minusYears(1)));
      if (random.nextBoolean()) {
        versions.add(policies.next(2, DATE.plusDays(random.nextInt(500) - 100)));
      }
      check(seed, catalog, versions, random);
    }
    assertThat(List.of(falls, lasting, critical, uncritical))
        .as("falls, lasting, critical, uncritical")
        .allMatch(count -> count > 40);
  }

  @Test
  void doesSoUnderTheDefaultPolicy() {
    for (long seed = 0; seed < 300; seed++) {
      check(seed, CatalogFixtures.small(), List.of(Policies.y2010()), new Random(seed));
    }
    assertThat(falls).as("falls").isGreaterThan(30);
  }

  private void check(long seed, Catalog catalog, List<TierPolicy> versions, Random random) {
    PartnerEvidence evidence = new RandomEvidence(random, catalog, DATE.minusDays(300), 700).next();
    TierDecider decider = new TierDecider(catalog);
    TierPolicy inForce = inForceOn(versions, DATE);
    Tier earned = decider.earned(inForce, evidence, DATE);
    Outlook outlook = new OutlookRules(catalog, versions).find(evidence, DATE).orElse(null);
    if (earned == null) {
      assertThat(outlook).as("seed %d", seed).isNull();
      return;
    }
    assertThat(outlook).as("seed %d", seed).isNotNull();

    List<PersonId> people = new ArrayList<>();
    List<CertificateId> certificates = new ArrayList<>();
    for (PersonAtPartner person : evidence.people()) {
      if (isLower(versions, decider, evidenceWith(evidence, person, null), DATE, earned)) {
        people.add(person.id());
      }
      for (Certification of : person.certifications()) {
        List<Certification> others = new ArrayList<>(person.certifications());
        others.remove(of);
        PersonAtPartner less = new PersonAtPartner(person.id(), person.employments(), others);
        if (isLower(versions, decider, evidenceWith(evidence, person, less), DATE, earned)) {
          certificates.add(of.id());
        } else {
          uncritical++;
        }
      }
    }
    critical += people.size();
    assertThat(outlook.criticalPeople()).as("seed %d", seed).containsExactlyElementsOf(people);
    assertThat(outlook.criticalCertificates())
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(certificates)
        .isSorted();
    checkFall(seed, versions, decider, evidence, earned, outlook.fall());
  }

  private void checkFall(
      long seed,
      List<TierPolicy> versions,
      TierDecider decider,
      PartnerEvidence evidence,
      Tier earned,
      @Nullable Fall fall) {
    LocalDate first = null;
    for (int i = 1; i <= TWO_YEARS && first == null; i++) {
      if (isLower(versions, decider, evidence, DATE.plusDays(i), earned)) {
        first = DATE.plusDays(i);
      }
    }
    if (first == null) {
      lasting++;
      assertThat(fall == null || fall.on().isAfter(DATE.plusDays(TWO_YEARS)))
          .as("seed %d: %s", seed, fall)
          .isTrue();
      return;
    }
    falls++;
    assertThat(fall).as("seed %d", seed).isNotNull();
    assertThat(fall.on()).as("seed %d: %s", seed, fall).isEqualTo(first);
    TierPolicy policy = inForceOn(versions, first);
    assertThat(fall.policy()).isEqualTo(policy.version());
    assertThat(fall.to()).isEqualTo(decider.earned(policy, evidence, first));
    assertThat(fall.causes()).as("seed %d: %s", seed, fall).isNotEmpty();
    assertThat(fall.unmet().isEmpty()).isEqualTo(fall.to() == null);
  }

  private static PartnerEvidence evidenceWith(
      PartnerEvidence evidence, PersonAtPartner person, @Nullable PersonAtPartner instead) {
    List<PersonAtPartner> people = new ArrayList<>(evidence.people());
    people.remove(person);
    if (instead != null) {
      people.add(instead);
    }
    return new PartnerEvidence(
        evidence.partner(),
        evidence.statuses(),
        evidence.enrollments(),
        people,
        evidence.references(),
        evidence.responses());
  }

  private static boolean isLower(
      List<TierPolicy> versions,
      TierDecider decider,
      PartnerEvidence evidence,
      LocalDate day,
      Tier earned) {
    TierPolicy policy = inForceOn(versions, day);
    Tier then = decider.decide(policy, evidence, day).earned();
    return then == null || policy.ladder().compare(then, earned) < 0;
  }

  private static TierPolicy inForceOn(List<TierPolicy> versions, LocalDate day) {
    TierPolicy inForce = versions.get(0);
    for (TierPolicy version : versions) {
      if (!version.effectiveFrom().isAfter(day)) {
        inForce = version;
      }
    }
    return inForce;
  }
}
