package dev.touchstone.domain.tier;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.fixture.RandomEvidence;
import dev.touchstone.domain.fixture.RandomPolicy;
import dev.touchstone.domain.fixture.SameDecision;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.tier.Criterion.References;
import dev.touchstone.domain.tier.Criterion.Scope;
import dev.touchstone.domain.tier.Criterion.Survey;
import dev.touchstone.domain.tier.Criterion.Toolkits;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceDatesTest {

  private static final LocalDate EVE = LocalDate.of(2010, 12, 31);
  private static final LocalDate END = LocalDate.of(2011, 12, 31);
  private static final TierPolicy ANY = Policies.demanding(new Toolkits(1));

  @Test
  void namesEachFirstDayAndEachEndDayOnce() {
    PartnerBuilder partner =
        aPartner()
            .registered(day(1))
            .withStatus(LocalDate.MIN, PartnerStatus.ACTIVE)
            .withStatus(day(2), PartnerStatus.SUSPENDED)
            .withToolkit("CRM", day(3), day(4))
            .requesting("CRM", day(4), day(5))
            .withPerson(
                "H-1",
                p ->
                    p.employed(LocalDate.MIN, day(6))
                        .employed(day(7), null)
                        .certified("C-1", "TC-109", day(8), day(9), day(10)))
            .withReference("R-1", "CRM", "Rossi", day(11), day(12))
            .withReference("R-2", "CRM", "Rossi", null)
            .withResponse("alfa", "1", day(13), "Rossi", 5);

    assertThat(between(ANY, partner))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 13).mapToObj(d -> day(d)).toList());
  }

  @Test
  void looksAfterTheFirstDateAndUpToTheLast() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM", EVE, END)
            .withToolkit("ERP", EVE.plusDays(1), END.plusDays(1));

    assertThat(between(ANY, partner)).containsExactly(EVE.plusDays(1), END);
  }

  @Test
  void namesTheEndOfValidityForEachPeriodInThePolicy() {
    TierPolicy policy =
        Policies.demanding(
            new References(1, Scope.REQUESTED, false, Period.ofMonths(1)),
            new References(2, Scope.REQUESTED, false, Period.ofMonths(2)),
            new References(3, Scope.REQUESTED, false, null));

    assertThat(
            between(
                policy, aPartner().withReference("R", "CRM", "Rossi", LocalDate.of(2010, 12, 31))))
        .containsExactly(LocalDate.of(2011, 1, 31), LocalDate.of(2011, 2, 28));
  }

  @Test
  void namesTheDayOnWhichAResponseLeavesEachWindow() {
    TierPolicy policy =
        Policies.demanding(
            new Survey(1, Period.ofMonths(2), 8, null), new Survey(9, Period.ofMonths(4), 8, null));

    assertThat(
            between(
                policy, aPartner().withResponse("a", "1", LocalDate.of(2010, 12, 31), "Rossi", 5)))
        .containsExactly(LocalDate.of(2011, 3, 1), LocalDate.of(2011, 5, 1));
  }

  @Test
  void watchesTheShownWindowWhereNoTierHasASurvey() {
    assertThat(between(ANY, aPartner().withResponse("a", "1", day(5).minusYears(1), "Rossi", 5)))
        .containsExactly(day(5));
  }

  @Test
  void hasNoneWithoutEvidence() {
    assertThat(between(ANY, aPartner())).isEmpty();
    assertThat(new EvidenceDates(ANY).findFirst(aPartner().build(), EVE)).isNull();
  }

  @Test
  void findsTheFirst() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 8);
      TierPolicy policy = new RandomPolicy(random).next(1, EVE);
      PartnerEvidence evidence = new RandomEvidence(random, catalog, EVE, 730).next();
      LocalDate after = EVE.plusDays(random.nextInt(730));
      NavigableSet<LocalDate> all =
          new EvidenceDates(policy).between(evidence, after, LocalDate.MAX.minusDays(1));
      assertThat(new EvidenceDates(policy).findFirst(evidence, after))
          .as("seed %d, %s", seed, after)
          .isEqualTo(all.isEmpty() ? null : all.first());
    }
  }

  @Test
  void theDecisionNeverChangesBetweenThem() {
    LocalDate start = LocalDate.of(2011, 6, 1);
    int changes = 0;
    for (long seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      Catalog catalog = CatalogFixtures.random(random, 8);
      TierDecider decider = new TierDecider(catalog);
      TierPolicy policy = new RandomPolicy(random).next(1, start);
      PartnerEvidence evidence = new RandomEvidence(random, catalog, start, 730).next();
      Collection<LocalDate> dates =
          new EvidenceDates(policy).between(evidence, start, start.plusDays(730));
      TierDecision decision = decider.decide(policy, evidence, start);
      for (LocalDate date = start; date.isBefore(start.plusDays(730)); date = date.plusDays(1)) {
        TierDecision today = decider.decide(policy, evidence, date);
        if (dates.contains(date)) {
          changes += today.equals(SameDecision.on(date, decision)) ? 0 : 1;
          decision = today;
        }
        assertThat(today).as("seed %d, %s", seed, date).isEqualTo(SameDecision.on(date, decision));
      }
    }
    assertThat(changes).isGreaterThan(1000);
  }

  private static Collection<LocalDate> between(TierPolicy policy, PartnerBuilder partner) {
    return new EvidenceDates(policy).between(partner.build(), EVE, END);
  }

  private static LocalDate day(int ofJanuary) {
    return LocalDate.of(2011, 1, ofJanuary);
  }
}
