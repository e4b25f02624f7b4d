package dev.touchstone.domain.tier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.RandomEvidence;
import dev.touchstone.domain.fixture.RandomPolicy;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EarnedTiersTest {

  private static final LocalDate START = LocalDate.of(2010, 10, 30);
  private static final LocalDate END = START.plusDays(400);

  @Test
  void areThoseOfADecisionOnEveryDay() {
    int changes = 0;
    int waivedThrough = 0;
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 8);
      PolicyDecider decider = new PolicyDecider(catalog, new RandomPolicy(random).next(1, START));
      PartnerEvidence evidence = new RandomEvidence(random, catalog, START, 400).next();
      CriterionKind[] kinds = CriterionKind.values();
      Set<TierCriterion> waived =
          Set.of(
              new TierCriterion(
                  new Tier("T" + (1 + random.nextInt(3))), kinds[random.nextInt(kinds.length)]));
      EarnedTiers tiers = decider.follow(evidence, START, END);
      Tier last = tiers.earned(Set.of());
      for (LocalDate day = START; !day.isAfter(END); day = day.plusDays(1)) {
        LocalDate next = tiers.nextChange();
        if (next != null && !next.isAfter(day)) {
          tiers.goOnTo(day);
        }
        TierDecision decision = decider.decide(evidence, day, waived);
        Tier earned = tiers.earned(Set.of());
        assertThat(earned).as("seed %d, %s", seed, day).isEqualTo(decision.earned());
        assertThat(tiers.earned(waived))
            .as("seed %d, %s, waived %s", seed, day, waived)
            .isEqualTo(decision.withWaivers());
        changes += Objects.equals(earned, last) ? 0 : 1;
        waivedThrough += Objects.equals(earned, decision.withWaivers()) ? 0 : 1;
        last = earned;
      }
    }
    assertThat(changes).isGreaterThan(200);
    assertThat(waivedThrough).isGreaterThan(500);
  }
}
