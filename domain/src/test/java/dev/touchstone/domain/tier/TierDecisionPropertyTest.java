package dev.touchstone.domain.tier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.fixture.RandomEvidence;
import dev.touchstone.domain.fixture.RandomPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TierDecisionPropertyTest {

  private static final LocalDate START = LocalDate.of(2010, 10, 30);
  private static final int DAYS = 400;

  @Test
  void moreEvidenceNeverLowersTheTierOfTheDefaultPolicy() {
    TierPolicy policy = Policies.y2010();
    Catalog catalog = CatalogFixtures.small();
    TierDecider decider = new TierDecider(catalog);
    Set<Tier> seen = new HashSet<>();
    for (long seed = 0; seed < 4000; seed++) {
      Random random = new Random(seed);
      RandomEvidence partners = new RandomEvidence(random, catalog, START, DAYS);
      PartnerEvidence less = partners.next();
      LocalDate date = START.plusDays(random.nextInt(DAYS));
      PartnerEvidence more = withMore(less, random, date);

      Tier before = decider.earned(policy, less, date);
      Tier after = decider.earned(policy, more, date);

      if (before != null) {
        assertThat(after).as("seed %d", seed).isNotNull();
        assertThat(policy.ladder().compare(after, before)).as("seed %d", seed).isNotNegative();
        seen.add(after);
      }
    }
    assertThat(seen).containsAll(policy.ladder().tiers());
  }

  /** Adds one piece of evidence that holds on the date. */
  private static PartnerEvidence withMore(PartnerEvidence evidence, Random random, LocalDate date) {
    List<String> codes = List.of("CRM", "DESKTOP", "ERP", "HOSTING", "MIDMARKET", "SUPPORT");
    List<String> certifications = List.of("TC-109", "TC-115", "TC-121", "TC-500", "TC-507");
    String code = codes.get(random.nextInt(codes.size()));
    String certification = certifications.get(random.nextInt(certifications.size()));
    PartnerBuilder more = PartnerBuilder.aPartner();
    switch (random.nextInt(5)) {
      case 0 -> more.withToolkit(code, date, null);
      case 1 -> more.requesting(code, date, null);
      case 2 -> more.withPerson("NEW", certification);
      case 3 -> more.withReference("R-NEW", code, "Rossi", date);
      default -> more.withResponse("alfa", "NEW", date, "Rossi", 10);
    }
    PartnerEvidence added = more.build();
    return new PartnerEvidence(
        evidence.partner(),
        evidence.statuses(),
        joined(evidence.enrollments(), added.enrollments()),
        joined(evidence.people(), added.people()),
        joined(evidence.references(), added.references()),
        joined(evidence.responses(), added.responses()));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  @Test
  void theOrderOfTheEvidenceDoesNotMatter() {
    for (long seed = 0; seed < 1500; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 8);
      TierDecider decider = new TierDecider(catalog);
      TierPolicy policy = new RandomPolicy(random).next(1, START);
      PartnerEvidence evidence = new RandomEvidence(random, catalog, START, DAYS).next();
      LocalDate date = START.plusDays(random.nextInt(DAYS));

      assertThat(decider.decide(policy, shuffled(evidence, random), date))
          .as("seed %d", seed)
          .isEqualTo(decider.decide(policy, evidence, date));
    }
  }

  private static PartnerEvidence shuffled(PartnerEvidence evidence, Random random) {
    return new PartnerEvidence(
        evidence.partner(),
        evidence.statuses(),
        shuffled(evidence.enrollments(), random),
        shuffled(
            evidence.people().stream()
                .map(p -> withCertifications(p, shuffled(p.certifications(), random)))
                .toList(),
            random),
        shuffled(evidence.references(), random),
        shuffled(evidence.responses(), random));
  }

  private static PersonAtPartner withCertifications(
      PersonAtPartner person, List<Certification> certifications) {
    return new PersonAtPartner(person.id(), person.employments(), certifications);
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  @Test
  void theEarnedTierAloneIsThatOfTheWholeDecision() {
    for (long seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 8);
      TierDecider decider = new TierDecider(catalog);
      TierPolicy policy = new RandomPolicy(random).next(1, START);
      PartnerEvidence evidence = new RandomEvidence(random, catalog, START, DAYS).next();
      LocalDate date = START.plusDays(random.nextInt(DAYS));

      assertThat(decider.earned(policy, evidence, date))
          .as("seed %d", seed)
          .isEqualTo(decider.decide(policy, evidence, date).earned());
    }
  }
}
