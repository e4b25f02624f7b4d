package dev.touchstone.domain.tier;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static dev.touchstone.domain.fixture.Policies.GOLD;
import static dev.touchstone.domain.fixture.Policies.REGISTERED;
import static dev.touchstone.domain.fixture.Policies.SILVER;
import static dev.touchstone.domain.fixture.Policies.SUBSCRIBER;
import static dev.touchstone.domain.fixture.PolicyBuilder.aPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.tier.Criterion.CertifiedPeople;
import dev.touchstone.domain.tier.Criterion.References;
import dev.touchstone.domain.tier.Criterion.Scope;
import dev.touchstone.domain.tier.Criterion.Survey;
import dev.touchstone.domain.tier.Criterion.Team;
import dev.touchstone.domain.tier.Criterion.Toolkits;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TierDeciderTest {

  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
  private static final TierPolicy POLICY = Policies.y2010();

  private final TierDecider decider = new TierDecider(CatalogFixtures.small());

  @Test
  void givesAnActivePartnerTheLowestTier() {
    assertThat(earned(aPartner())).isEqualTo(REGISTERED);
  }

  @Test
  void climbsWithEveryPieceOfEvidence() {
    PartnerBuilder partner = aPartner().withToolkit("CRM");
    assertThat(earned(partner)).isEqualTo(SUBSCRIBER);

    partner.requesting("CRM", "ERP").withPerson("H-1", "TC-109").withPerson("H-2", "TC-121");
    partner.withReferences(2, "CRM", DAY);
    assertThat(earned(partner)).isEqualTo(SUBSCRIBER);

    partner.withReferences(1, "ERP", DAY);
    assertThat(earned(partner)).isEqualTo(SILVER);

    partner.requesting("HOSTING", "DESKTOP").withReferences(2, "ERP", DAY);
    partner.withPerson("H-3", "TC-163").withPerson("H-4", "TC-115");
    assertThat(earned(partner)).isEqualTo(SILVER);

    partner.withResponses(10, 7, DAY);
    assertThat(earned(partner)).isEqualTo(GOLD);
  }

  @Test
  void doesNotClimbOverAnUnmetLowerTier() {
    PartnerBuilder partner = aPartner().worthGold(DAY);
    PartnerEvidence full = partner.build();
    PartnerEvidence withoutToolkit =
        new PartnerEvidence(
            full.partner(),
            full.statuses(),
            full.enrollments().stream().filter(e -> e.kind() == EnrollmentKind.COMPETENCY).toList(),
            full.people(),
            full.references(),
            full.responses());

    TierDecision decision = decider.decide(POLICY, withoutToolkit, DAY);

    assertThat(decision.earned()).isEqualTo(REGISTERED);
    assertThat(decision.findings())
        .extracting(TierFindings::met)
        .containsExactly(true, false, true, true);
    assertThat(decision.shortfall()).isNotNull();
    assertThat(decision.shortfall().next()).isEqualTo(SUBSCRIBER);
  }

  @Test
  void skipsAnUnmetLowerTierWhereThePolicyIsNotCumulative() {
    TierPolicy policy =
        aPolicy()
            .notCumulative()
            .tier("BASE")
            .tier("KIT", new Toolkits(1))
            .tier("TEAM", new Team(1))
            .tier("TOP", new Team(2))
            .build();
    PartnerBuilder partner = aPartner().requesting("CRM").withPerson("H-1", "TC-109");

    TierDecision decision = decider.decide(policy, partner.build(), DAY);

    assertThat(decision.earned()).isEqualTo(new Tier("TEAM"));
    assertThat(decision.shortfall()).isNotNull();
    assertThat(decision.shortfall().unmet())
        .extracting(Finding::criterion)
        .containsExactly(new Team(2));
  }

  @Test
  void knowsNoRungByName() {
    TierPolicy policy =
        aPolicy()
            .tier("Larice")
            .tier("Abete", new Toolkits(1))
            .tier("Faggio", new Team(1))
            .tier("Quercia", new Team(2))
            .build();
    PartnerBuilder partner =
        aPartner().withToolkit("ERP").requesting("CRM").withPerson("H-1", "TC-109");

    assertThat(decider.decide(policy, partner.build(), DAY).earned()).isEqualTo(new Tier("Faggio"));
  }

  @Test
  void namesWhatIsMissingForTheNextTier() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM")
            .requesting("CRM", "ERP")
            .withPerson("H-1", "TC-109")
            .withPerson("H-2", "TC-121")
            .withReferences(2, "CRM", DAY);

    Shortfall shortfall = decide(partner).shortfall();

    assertThat(shortfall).isNotNull();
    assertThat(shortfall.next()).isEqualTo(SILVER);
    assertThat(shortfall.unmet())
        .extracting(Finding::criterion)
        .containsExactly(new References(3, Scope.REQUESTED, false, null));
  }

  @Test
  void hasNoShortfallAtTheTop() {
    assertThat(decide(aPartner().worthGold(DAY)).shortfall()).isNull();
  }

  @Test
  void findsAgainstEveryTierInThePolicysOrder() {
    TierDecision decision = decide(aPartner());

    assertThat(decision.findings())
        .extracting(TierFindings::tier)
        .containsExactly(REGISTERED, SUBSCRIBER, SILVER, GOLD);
    assertThat(decision.findings().get(3).findings())
        .extracting(Finding::criterion)
        .isEqualTo(POLICY.tiers().get(3).criteria());
    assertThat(decision.policy()).isEqualTo(POLICY.version());
    assertThat(decision.date()).isEqualTo(DAY);
  }

  @ParameterizedTest
  @EnumSource(
      value = PartnerStatus.class,
      names = {"SUSPENDED", "LEFT"})
  void givesNoTierToAPartnerThatIsNotActive(PartnerStatus status) {
    PartnerBuilder partner =
        aPartner().active().withStatus(DAY, status).worthGold(DAY.minusDays(1));

    TierDecision decision = decide(partner);

    assertThat(decision.earned()).isNull();
    assertThat(decision.undecided()).hasToString(status.name());
    assertThat(decision.shortfall()).isNull();
    assertThat(decision.findings()).allMatch(TierFindings::met);
    assertThat(decision.numbers()).isEqualTo(new EvidenceNumbers(4, 4, 5, 10, 70));
    assertThat(decider.decide(POLICY, partner.build(), DAY.minusDays(1)).earned()).isEqualTo(GOLD);
  }

  @Test
  void givesNoTierBeforeTheRegistration() {
    PartnerEvidence suspendedToo =
        aPartner()
            .registered(DAY)
            .withStatus(LocalDate.MIN, PartnerStatus.SUSPENDED)
            .withStatus(DAY, PartnerStatus.ACTIVE)
            .build();

    TierDecision before = decider.decide(POLICY, suspendedToo, DAY.minusDays(1));

    assertThat(before.earned()).isNull();
    assertThat(before.undecided()).isEqualTo(Undecided.NOT_YET_REGISTERED);
    assertThat(decider.decide(POLICY, suspendedToo, DAY).earned()).isEqualTo(REGISTERED);
  }

  @Test
  void listsCompetenciesInWhichSomebodyIsCertified() {
    PartnerBuilder partner =
        aPartner()
            .requesting("MIDMARKET", "ERP", "CRM", "HOSTING")
            .withToolkit("DESKTOP")
            .withPerson("H-1", "TC-500")
            .withPerson("H-2", "TC-115");

    assertThat(decide(partner).competencies())
        .containsExactly(
            new SpecializationCode("CRM"),
            new SpecializationCode("ERP"),
            new SpecializationCode("MIDMARKET"));
  }

  @Test
  void takesTheCoverageOfTheNearestLowerTierWhereOneHasNone() {
    TierPolicy policy =
        aPolicy()
            .tier("BASE")
            .tier("ONE", new CertifiedPeople(1, 1, 0))
            .tier("TWO", new References(2, Scope.ASSIGNED, false, null))
            .build();
    PartnerBuilder partner =
        aPartner()
            .requesting("CRM", "ERP")
            .withPerson("H-1", p -> p.certified("C-1", "TC-109").certified("C-2", "TC-121"))
            .withReferences(1, "CRM", DAY)
            .withReferences(1, "ERP", DAY);

    assertThat(decider.decide(policy, partner.build(), DAY).earned()).isEqualTo(new Tier("TWO"));
  }

  @Test
  void ordersByTheValidityOfTheTiersOwnReferences() {
    TierPolicy policy =
        aPolicy()
            .tier("BASE")
            .tier(
                "ONE",
                new CertifiedPeople(1, 1, 1),
                new References(2, Scope.ASSIGNED, false, Period.ofYears(9)))
            .tier(
                "TWO",
                new CertifiedPeople(1, 1, 1),
                new References(1, Scope.ASSIGNED, false, Period.ofYears(1)))
            .build();
    PartnerBuilder partner =
        aPartner()
            .requesting("CRM", "ERP")
            .withPerson("H-1", "TC-500")
            .withReferences(1, "CRM", DAY)
            .withReferences(2, "ERP", DAY.minusYears(2));

    TierDecision decision = decider.decide(policy, partner.build(), DAY);

    assertThat(coveredFor(1, decision)).containsExactly("ERP");
    assertThat(coveredFor(2, decision)).containsExactly("CRM");
    assertThat(decision.earned()).isEqualTo(new Tier("TWO"));
  }

  private static List<String> coveredFor(int rung, TierDecision decision) {
    Finding.CertifiedPeople finding =
        (Finding.CertifiedPeople) decision.findings().get(rung).findings().get(0);
    return finding.assignment().seats().stream().map(s -> s.specialization().value()).toList();
  }

  @Test
  void showsTheNumbersOfTheHighestTierThatHasTheCriterion() {
    TierPolicy policy =
        aPolicy()
            .tier("BASE")
            .tier(
                "ONE",
                new CertifiedPeople(1, 1, 0),
                new References(1, Scope.ASSIGNED, true, null),
                new Survey(1, Period.ofMonths(1), 1, null))
            .tier("TWO", new References(1, Scope.REQUESTED, false, null))
            .tier("THREE", new Toolkits(1))
            .build();
    PartnerBuilder partner =
        aPartner()
            .requesting("CRM", "ERP", "HOSTING")
            .withPerson("H-1", p -> p.certified("C-1", "TC-109").certified("C-2", "TC-121"))
            .withReferences(3, "HOSTING", DAY)
            .withResponse("alfa", "1", DAY, "Rossi", 5)
            .withResponse("alfa", "2", DAY, "Rossi", 6)
            .withResponse("alfa", "3", DAY.minusMonths(2), "Verdi", 7);

    assertThat(decider.decide(policy, partner.build(), DAY).numbers())
        .isEqualTo(new EvidenceNumbers(1, 2, 3, 1, 5));
  }

  @Test
  void showsNumbersByDefaultsWhereNoTierHasTheCriterion() {
    TierPolicy policy = aPolicy().tier("BASE").tier("KIT", new Toolkits(1)).build();
    PartnerBuilder partner =
        aPartner()
            .requesting("CRM", "ERP", "HOSTING")
            .withPerson("H-1", p -> p.certified("C-1", "TC-109").certified("C-2", "TC-121"))
            .withReference("R-1", "HOSTING", "Rossi", DAY.minusYears(9))
            .withReference("R-2", "HOSTING", "Rossi", DAY)
            .withResponse("alfa", "1", DAY, "Rossi", 5)
            .withResponse("alfa", "2", DAY, "Rossi", 6)
            .withResponse("alfa", "3", DAY.minusMonths(12), "Verdi", 7);

    assertThat(decider.decide(policy, partner.build(), DAY).numbers())
        .isEqualTo(new EvidenceNumbers(1, 1, 2, 2, 11));
  }

  @Test
  void capsTheShownResponsesOfOneCustomer() {
    PartnerBuilder partner = aPartner();
    for (int i = 0; i < 9; i++) {
      partner.withResponse("alfa", "A" + i, DAY.minusDays(i), "Rossi", i == 8 ? 1 : 9);
    }

    assertThat(decide(partner).numbers()).isEqualTo(new EvidenceNumbers(0, 0, 0, 8, 72));
  }

  private TierDecision decide(PartnerBuilder partner) {
    return decider.decide(POLICY, partner.build(), DAY);
  }

  private Tier earned(PartnerBuilder partner) {
    PartnerEvidence evidence = partner.build();
    Tier earned = decider.decide(POLICY, evidence, DAY).earned();
    assertThat(decider.earned(POLICY, evidence, DAY)).isEqualTo(earned);
    return earned;
  }
}
