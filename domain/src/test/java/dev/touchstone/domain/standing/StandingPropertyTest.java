package dev.touchstone.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.fixture.RandomEvidence;
import dev.touchstone.domain.fixture.RandomPolicy;
import dev.touchstone.domain.fixture.SameDecision;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecider;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandingPropertyTest {

  private static final LocalDate START = LocalDate.of(2010, 10, 30);
  private static final int DAYS = 730;
  private static final LocalDate END = START.plusDays(DAYS);

  private int legacy;
  private int atRisk;
  private int moves;
  private int carried;

  @Test
  void equalsANightOnEveryDay() {
    for (long seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 8);
      RandomPolicy policies = new RandomPolicy(random);
      List<TierPolicy> versions =
          List.of(
              policies.next(1, START),
              policies.next(2, START.plusDays(100 + random.nextInt(200))),
              policies.next(3, START.plusDays(301 + random.nextInt(200))));
      compare(
          seed,
          catalog,
          versions,
          List.of(),
          new RandomEvidence(random, catalog, START, DAYS).next());
    }
    // The walks went somewhere.
    assertThat(legacy).isGreaterThan(1000);
    assertThat(atRisk).isGreaterThan(1000);
    assertThat(moves).isGreaterThan(200);
  }

  @Test
  void equalsANightOnEveryDayWithWaivers() {
    for (long seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 8);
      RandomPolicy policies = new RandomPolicy(random);
      List<TierPolicy> versions =
          List.of(
              policies.next(1, START), policies.next(2, START.plusDays(100 + random.nextInt(200))));
      PartnerEvidence evidence = new RandomEvidence(random, catalog, START, DAYS).next();
      compare(seed, catalog, versions, randomWaivers(random), evidence);
    }
    assertThat(carried).isGreaterThan(200);
  }

  /** Some for the partner, some for its cohort, some for others. */
  private static List<Waiver> randomWaivers(Random random) {
    List<Waiver> waivers = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      LocalDate from = START.plusDays(random.nextInt(DAYS) - 60);
      waivers.add(
          new Waiver(
              new WaiverId(i),
              i % 2 == 0
                  ? new WaiverTarget.OnePartner(new PartnerId(i == 6 ? "ELSE" : "P-000001"))
                  : new WaiverTarget.Cohort(null, null, null, LegacyLevel.values()[i % 3]),
              new TierCriterion(
                  new Tier("T" + (1 + random.nextInt(3))),
                  CriterionKind.values()[random.nextInt(CriterionKind.values().length)]),
              "An author",
              "A reason",
              from,
              from.plusDays(random.nextInt(300)),
              null));
    }
    return waivers;
  }

  @Test
  void equalsANightOnEveryDayUnderTheDefaultPolicy() {
    Catalog catalog = CatalogFixtures.small();
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      compare(
          seed,
          catalog,
          List.of(Policies.y2010()),
          List.of(),
          new RandomEvidence(random, catalog, START, DAYS).next());
    }
    assertThat(moves).isGreaterThan(50);
  }

  /** What a night that decides only who may have changed rests on. */
  @Test
  void nothingChangesBeforeTheNextChange() {
    int waits = 0;
    int changes = 0;
    for (long seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 8);
      RandomPolicy policies = new RandomPolicy(random);
      StandingRules rules =
          new StandingRules(
              catalog,
              List.of(
                  policies.next(1, START),
                  policies.next(2, START.plusDays(100 + random.nextInt(200)))),
              randomWaivers(random));
      PartnerEvidence evidence = new RandomEvidence(random, catalog, START, DAYS).next();
      DecidedStanding last = rules.decide(evidence, START);
      LocalDate next = rules.findNextChange(evidence, START, last.standing());
      for (LocalDate day = START.plusDays(1); day.isBefore(END); day = day.plusDays(1)) {
        DecidedStanding today = rules.decide(evidence, day);
        boolean same =
            today.standing().equals(last.standing())
                && today.decision().equals(SameDecision.on(day, last.decision()));
        if (next != null && !next.isAfter(day)) {
          changes += same ? 0 : 1;
          last = today;
          next = rules.findNextChange(evidence, day, today.standing());
          assertThat(next == null || next.isAfter(day)).as("seed %d, %s", seed, day).isTrue();
        } else {
          waits++;
          assertThat(same).as("seed %d, %s, next change %s", seed, day, next).isTrue();
        }
      }
    }
    // The tests of both kinds were many.
    assertThat(waits).isGreaterThan(10_000);
    assertThat(changes).isGreaterThan(1_000);
  }

  /** Asks on every tenth day or so, and on each day on which the nights moved. */
  private void compare(
      long seed,
      Catalog catalog,
      List<TierPolicy> policies,
      List<Waiver> waivers,
      PartnerEvidence evidence) {
    StandingRules rules = new StandingRules(catalog, policies, waivers);
    List<Standing> nights =
        new DayByDay(new TierDecider(catalog), policies, waivers, evidence).nights(DAYS);
    for (int n = 0; n < DAYS; n++) {
      Standing expected = nights.get(n);
      boolean moved = n > 0 && !expected.equals(nights.get(n - 1));
      legacy += expected.legacy() ? 1 : 0;
      atRisk += expected.atRiskUntil() != null ? 1 : 0;
      moves += moved ? 1 : 0;
      if (moved || n % 10 == seed % 10) {
        LocalDate date = START.plusDays(n);
        TierDecision decision = rules.decide(evidence, date).decision();
        carried += Objects.equals(decision.earned(), decision.withWaivers()) ? 0 : 1;
        assertThat(rules.standingOn(evidence, date))
            .as("seed %d, %s", seed, date)
            .isEqualTo(expected);
      }
    }
  }
}
