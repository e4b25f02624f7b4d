package dev.touchstone.domain.standing;

import static dev.touchstone.domain.fixture.PartnerBuilder.LONG_AGO;
import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static dev.touchstone.domain.fixture.Policies.GOLD;
import static dev.touchstone.domain.fixture.Policies.SILVER;
import static dev.touchstone.domain.fixture.PolicyBuilder.aPolicy;
import static dev.touchstone.domain.partner.LegacyLevel.CERTIFIED;
import static dev.touchstone.domain.partner.LegacyLevel.GOLD_CERTIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.fixture.PolicyBuilder;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.tier.Criterion.Toolkits;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks partners through time on ladders of toolkits: n of them make the tier T<i>n</i>. */
class StandingRulesTest {

  private static final LocalDate START = LocalDate.of(2010, 10, 30);
  private static final LocalDate SUNSET = LocalDate.of(2011, 10, 30);
  private static final Tier T0 = new Tier("T0");
  private static final Tier T1 = new Tier("T1");
  private static final Tier T2 = new Tier("T2");
  private static final Tier T3 = new Tier("T3");

  /** The day on which evidence is lost, in most of these tests. */
  private static final LocalDate LOSS = LocalDate.of(2011, 3, 1);

  private static final LocalDate FALL = LOSS.plusDays(30);

  @Test
  void promotesAtOnce() {
    PartnerBuilder partner = aPartner().withToolkit("CRM", LOSS, null);

    assertThat(standing(partner, LOSS.minusDays(1))).isEqualTo(held(T0, START));
    assertThat(standing(partner, LOSS)).isEqualTo(held(T1, LOSS));
  }

  @Test
  void demotesOnTheDayOnWhichGraceEnds() {
    PartnerBuilder partner = aPartner().withToolkit("CRM", LONG_AGO, LOSS);

    assertThat(standing(partner, LOSS.minusDays(1))).isEqualTo(held(T1, START));
    assertThat(standing(partner, LOSS)).isEqualTo(atRisk(T0, T1, FALL, START));
    assertThat(standing(partner, FALL.minusDays(1))).isEqualTo(atRisk(T0, T1, FALL, START));
    assertThat(standing(partner, FALL)).isEqualTo(held(T0, FALL));
  }

  @Test
  void demotesAtOnceWithoutGrace() {
    PartnerBuilder partner = aPartner().withToolkit("CRM", LONG_AGO, LOSS);
    TierPolicy policy = toolkits(2).grace(0).build();

    assertThat(standing(partner, LOSS.minusDays(1), policy)).isEqualTo(held(T1, START));
    assertThat(standing(partner, LOSS, policy)).isEqualTo(held(T0, LOSS));
  }

  @Test
  void clearsTheRiskWhereTheEvidenceRecoversWithinGrace() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM", LONG_AGO, LOSS)
            .withToolkit("ERP", FALL.minusDays(1), FALL.plusDays(50));

    assertThat(standing(partner, FALL.minusDays(1))).isEqualTo(held(T1, START));
    assertThat(standing(partner, FALL.plusDays(49))).isEqualTo(held(T1, START));
    // A later shortfall has a grace of its own.
    assertThat(standing(partner, FALL.plusDays(79)))
        .isEqualTo(atRisk(T0, T1, FALL.plusDays(80), START));
    assertThat(standing(partner, FALL.plusDays(80))).isEqualTo(held(T0, FALL.plusDays(80)));
  }

  @Test
  void fallsToWhatIsEarnedOnTheDayOfTheFall() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM", LONG_AGO, LOSS)
            .withToolkit("ERP", LONG_AGO, LOSS)
            .withToolkit("HOSTING", FALL, null);

    // Earned on the day of the fall counts: down to T1, not to T0.
    assertThat(standing(partner, FALL.minusDays(1))).isEqualTo(atRisk(T0, T2, FALL, START));
    assertThat(standing(partner, FALL)).isEqualTo(held(T1, FALL));
  }

  @Test
  void keepsTheStartOfAShortfallThatDeepens() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM", LONG_AGO, LOSS)
            .withToolkit("ERP", LONG_AGO, LOSS.plusDays(20));

    assertThat(standing(partner, LOSS)).isEqualTo(atRisk(T1, T2, FALL, START));
    assertThat(standing(partner, LOSS.plusDays(20))).isEqualTo(atRisk(T0, T2, FALL, START));
    assertThat(standing(partner, FALL)).isEqualTo(held(T0, FALL));
  }

  @Test
  void keepsTheStartOfAShortfallThatRecoversInPart() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM", LONG_AGO, LOSS)
            .withToolkit("ERP", LONG_AGO, LOSS)
            .withToolkit("HOSTING", LOSS.plusDays(10), null);

    assertThat(standing(partner, LOSS.plusDays(10))).isEqualTo(atRisk(T1, T2, FALL, START));
    assertThat(standing(partner, FALL)).isEqualTo(held(T1, FALL));
  }

  @Test
  void clearsTheRiskWhereTheEvidenceEarnsMoreThanWasHeld() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM", LONG_AGO, LOSS)
            .withToolkit("ERP", LOSS.plusDays(5), null)
            .withToolkit("HOSTING", LOSS.plusDays(5), null);

    assertThat(standing(partner, LOSS.plusDays(5))).isEqualTo(held(T2, LOSS.plusDays(5)));
  }

  @Test
  void beginsOnTheFirstPolicysEffectiveDate() {
    PartnerBuilder partner = aPartner().withToolkit("CRM", LONG_AGO, START);

    // What was earned before there was a policy was never held.
    assertThat(standing(partner, START)).isEqualTo(held(T0, START));
  }

  @Test
  void beginsOnTheRegistrationWhereThatIsLater() {
    PartnerBuilder partner = aPartner().registered(LOSS).withToolkit("CRM");

    assertThat(standing(partner, LOSS.minusDays(1))).isEqualTo(Standing.NONE);
    assertThat(standing(partner, LOSS)).isEqualTo(held(T1, LOSS));
    assertThat(standing(partner, LOSS.plusDays(100))).isEqualTo(held(T1, LOSS));
  }

  @Test
  void countsSinceTheFirstDayOfTheUnbrokenTime() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM", LOSS, LOSS.plusDays(1))
            .withToolkit("CRM", LOSS.plusDays(60), null);

    assertThat(standing(partner, LOSS.plusDays(30)).since()).isEqualTo(LOSS);
    assertThat(standing(partner, LOSS.plusDays(31)).since()).isEqualTo(LOSS.plusDays(31));
    assertThat(standing(partner, LOSS.plusDays(90)).since()).isEqualTo(LOSS.plusDays(60));
  }

  @Test
  void hasNothingWhileThePartnerDoesNotTakePart() {
    PartnerBuilder partner =
        aPartner()
            .active()
            .withStatus(LOSS, PartnerStatus.SUSPENDED)
            .withStatus(LOSS.plusDays(3), PartnerStatus.ACTIVE)
            .withLegacy(GOLD_CERTIFIED)
            .withToolkit("CRM", LONG_AGO, LOSS);
    TierPolicy policy = toolkits(2).legacy(GOLD_CERTIFIED, "T0", SUNSET).build();

    assertThat(standing(partner, LOSS, policy)).isEqualTo(Standing.NONE);
    assertThat(standing(partner, LOSS.plusDays(2), policy)).isEqualTo(Standing.NONE);
    // No grace for what was held before.
    assertThat(standing(partner, LOSS.plusDays(3), policy)).isEqualTo(held(T0, LOSS.plusDays(3)));
  }

  @Test
  void endsARiskWithASuspension() {
    PartnerBuilder partner =
        aPartner()
            .active()
            .withStatus(LOSS.plusDays(3), PartnerStatus.SUSPENDED)
            .withStatus(FALL.plusDays(3), PartnerStatus.ACTIVE)
            .withToolkit("CRM", LONG_AGO, LOSS)
            .withToolkit("ERP", LONG_AGO, FALL.plusDays(5));

    assertThat(standing(partner, LOSS.plusDays(2))).isEqualTo(atRisk(T1, T2, FALL, START));
    assertThat(standing(partner, FALL)).isEqualTo(Standing.NONE);
    // The next shortfall has a grace of its own.
    assertThat(standing(partner, FALL.plusDays(34)))
        .isEqualTo(atRisk(T0, T1, FALL.plusDays(35), FALL.plusDays(3)));
  }

  @Test
  void givesASecondFallItsOwnGrace() {
    PartnerBuilder partner =
        aPartner()
            .withToolkit("CRM", LONG_AGO, LOSS)
            .withToolkit("ERP", LONG_AGO, FALL.plusDays(5));

    assertThat(standing(partner, FALL)).isEqualTo(held(T1, FALL));
    assertThat(standing(partner, FALL.plusDays(34)))
        .isEqualTo(atRisk(T0, T1, FALL.plusDays(35), FALL));
    assertThat(standing(partner, FALL.plusDays(35))).isEqualTo(held(T0, FALL.plusDays(35)));
  }

  @Test
  void letsALegacyPartnerHoldTheTierOfTheRightUntilTheSunset() {
    PartnerBuilder partner = aPartner().withLegacy(GOLD_CERTIFIED);
    TierPolicy policy = toolkits(3).legacy(GOLD_CERTIFIED, "T2", SUNSET).build();

    assertThat(standing(partner, START, policy)).isEqualTo(legacy(T0, T2, START));
    assertThat(standing(partner, SUNSET.minusDays(1), policy)).isEqualTo(legacy(T0, T2, START));
    assertThat(standing(partner, SUNSET, policy)).isEqualTo(held(T0, SUNSET));
  }

  @Test
  void givesTheRightToItsLevelOnly() {
    TierPolicy policy = toolkits(3).legacy(GOLD_CERTIFIED, "T2", SUNSET).build();

    assertThat(standing(aPartner().withLegacy(CERTIFIED), START, policy))
        .isEqualTo(held(T0, START));
  }

  @Test
  void doesNotMarkWhatIsEarnedAsLegacy() {
    PartnerBuilder partner = aPartner().withLegacy(GOLD_CERTIFIED).withToolkit("CRM");
    partner.withToolkit("ERP", LOSS, null).withToolkit("HOSTING", LOSS.plusDays(1), null);
    TierPolicy policy = toolkits(3).legacy(GOLD_CERTIFIED, "T2", SUNSET).build();

    assertThat(standing(partner, START, policy)).isEqualTo(legacy(T1, T2, START));
    assertThat(standing(partner, LOSS, policy)).isEqualTo(held(T2, START));
    assertThat(standing(partner, LOSS.plusDays(1), policy)).isEqualTo(held(T3, LOSS.plusDays(1)));
  }

  @Test
  void fallsToTheFloorAfterGrace() {
    PartnerBuilder partner = aPartner().withLegacy(GOLD_CERTIFIED);
    for (String code : List.of("CRM", "ERP", "HOSTING")) {
      partner.withToolkit(code, LONG_AGO, LOSS);
    }
    TierPolicy policy = toolkits(3).legacy(GOLD_CERTIFIED, "T2", SUNSET).build();

    assertThat(standing(partner, LOSS, policy)).isEqualTo(atRisk(T0, T3, FALL, START));
    assertThat(standing(partner, FALL, policy)).isEqualTo(legacy(T0, T2, FALL));
  }

  @Test
  void hasNothingAtRiskWhereTheFloorHolds() {
    PartnerBuilder partner =
        aPartner().withLegacy(GOLD_CERTIFIED).withToolkit("CRM", LONG_AGO, LOSS);
    TierPolicy policy = toolkits(3).legacy(GOLD_CERTIFIED, "T1", SUNSET).build();

    assertThat(standing(partner, LOSS, policy)).isEqualTo(legacy(T0, T1, START));
    assertThat(standing(partner, FALL, policy)).isEqualTo(legacy(T0, T1, START));
  }

  @Test
  void hasNoGraceAtTheSunsetForWhatTheRightHeld() {
    PartnerBuilder partner =
        aPartner().withLegacy(GOLD_CERTIFIED).withToolkit("CRM", LONG_AGO, LOSS);
    TierPolicy policy = toolkits(3).legacy(GOLD_CERTIFIED, "T2", FALL.minusDays(10)).build();

    assertThat(standing(partner, FALL.minusDays(11), policy)).isEqualTo(legacy(T0, T2, START));
    // What is left is the base track, whose own grace still runs.
    assertThat(standing(partner, FALL.minusDays(10), policy))
        .isEqualTo(atRisk(T0, T1, FALL, FALL.minusDays(10)));
    assertThat(standing(partner, FALL, policy)).isEqualTo(held(T0, FALL));
  }

  @Test
  void decidesByTheVersionInForce() {
    TierPolicy later =
        aPolicy()
            .version(2)
            .effective(LOSS)
            .tier("T0")
            .tier("T1", new Toolkits(2))
            .tier("T2", new Toolkits(3))
            .build();
    PartnerBuilder partner = aPartner().withToolkit("CRM");

    assertThat(standing(partner, LOSS.minusDays(1), toolkits(2).build(), later))
        .isEqualTo(held(T1, START));
    assertThat(standing(partner, LOSS, toolkits(2).build(), later))
        .isEqualTo(atRisk(T0, T1, FALL, START));
    assertThat(standing(partner, FALL, toolkits(2).build(), later)).isEqualTo(held(T0, FALL));
  }

  @Test
  void takesTheDaysOfGraceOfTheVersionInForce() {
    PartnerBuilder partner = aPartner().withToolkit("CRM", LONG_AGO, LOSS);
    TierPolicy shorter = toolkits(2).version(2).effective(LOSS.plusDays(10)).grace(5).build();
    TierPolicy longer = toolkits(2).version(2).effective(LOSS.plusDays(10)).grace(50).build();

    assertThat(standing(partner, LOSS.plusDays(9), toolkits(2).build(), shorter))
        .isEqualTo(atRisk(T0, T1, FALL, START));
    assertThat(standing(partner, LOSS.plusDays(10), toolkits(2).build(), shorter))
        .isEqualTo(held(T0, LOSS.plusDays(10)));
    assertThat(standing(partner, FALL, toolkits(2).build(), longer))
        .isEqualTo(atRisk(T0, T1, LOSS.plusDays(50), START));
    assertThat(standing(partner, LOSS.plusDays(50), toolkits(2).build(), longer))
        .isEqualTo(held(T0, LOSS.plusDays(50)));
  }

  @Test
  void comparesOnTheLadderOfTheVersionInForce() {
    TierPolicy later =
        aPolicy()
            .version(2)
            .effective(LOSS)
            .tier("T0")
            .tier("HALF", new Toolkits(1))
            .tier("T1", new Toolkits(2))
            .tier("T2", new Toolkits(3))
            .build();
    PartnerBuilder partner = aPartner().withToolkit("CRM");

    assertThat(standing(partner, LOSS, toolkits(2).build(), later))
        .isEqualTo(atRisk(new Tier("HALF"), T1, FALL, START));
    assertThat(standing(partner, FALL, toolkits(2).build(), later))
        .isEqualTo(held(new Tier("HALF"), FALL));
  }

  @Test
  void givesTheLegacyRightOfTheVersionInForce() {
    TierPolicy granting =
        toolkits(2).version(2).effective(LOSS).legacy(GOLD_CERTIFIED, "T1", SUNSET).build();
    TierPolicy silent = toolkits(2).version(3).effective(FALL).build();
    PartnerBuilder partner = aPartner().withLegacy(GOLD_CERTIFIED);
    TierPolicy[] versions = {toolkits(2).build(), granting, silent};

    assertThat(standing(partner, LOSS.minusDays(1), versions)).isEqualTo(held(T0, START));
    assertThat(standing(partner, LOSS, versions)).isEqualTo(legacy(T0, T1, LOSS));
    assertThat(standing(partner, FALL, versions)).isEqualTo(held(T0, FALL));
  }

  @Test
  void makesTheGoldPartnersOfThePreviousProgramSilver() {
    PartnerBuilder partner = aPartner().withLegacy(GOLD_CERTIFIED);

    assertThat(standing(partner, LocalDate.of(2010, 11, 15), Policies.y2010()))
        .isEqualTo(legacy(Policies.REGISTERED, SILVER, START));
  }

  @Test
  void decidesTheDateTogetherWithTheStanding() {
    PartnerBuilder partner = aPartner().worthGold(LOSS);
    StandingRules rules = new StandingRules(CatalogFixtures.small(), List.of(Policies.y2010()));

    DecidedStanding decided = rules.decide(partner.build(), LOSS.plusYears(1));

    // The responses leave the window.
    assertThat(decided.decision().earned()).isEqualTo(SILVER);
    assertThat(decided.decision().date()).isEqualTo(LOSS.plusYears(1));
    assertThat(decided.standing())
        .isEqualTo(atRisk(SILVER, GOLD, LOSS.plusYears(1).plusDays(30), LOSS));
  }

  @Test
  void holdsWhatAWaiverCarriesAndFallsAfterGraceWhenItEnds() {
    PartnerEvidence partner = aPartner().build();
    LocalDate from = LOSS;
    LocalDate to = LOSS.plusDays(60);
    StandingRules rules =
        new StandingRules(
            CatalogFixtures.small(), List.of(toolkits(1).build()), List.of(waiver(from, to)));

    assertThat(rules.standingOn(partner, from.minusDays(1))).isEqualTo(held(T0, START));
    assertThat(rules.standingOn(partner, from)).isEqualTo(atRisk(T0, T1, null, from));
    assertThat(rules.standingOn(partner, to.minusDays(1))).isEqualTo(atRisk(T0, T1, null, from));
    assertThat(rules.standingOn(partner, to)).isEqualTo(atRisk(T0, T1, to.plusDays(30), from));
    assertThat(rules.standingOn(partner, to.plusDays(30))).isEqualTo(held(T0, to.plusDays(30)));
  }

  @Test
  void showsTheTierWithAndWithoutTheWaiver() {
    StandingRules rules =
        new StandingRules(
            CatalogFixtures.small(),
            List.of(toolkits(1).build()),
            List.of(waiver(LOSS, LOSS.plusDays(1))));

    TierDecision waived = rules.decide(aPartner().build(), LOSS).decision();
    assertThat(waived.earned()).isEqualTo(T0);
    assertThat(waived.withWaivers()).isEqualTo(T1);
    assertThat(waived.waived()).containsExactly(new TierCriterion(T1, CriterionKind.TOOLKITS));
    assertThat(waived.shortfall()).isNotNull();

    TierDecision after = rules.decide(aPartner().build(), LOSS.plusDays(1)).decision();
    assertThat(after.withWaivers()).isEqualTo(T0);
    assertThat(after.waived()).isEmpty();
  }

  @Test
  void givesAPartnerThatLeftNothingByWaiver() {
    StandingRules rules =
        new StandingRules(
            CatalogFixtures.small(),
            List.of(toolkits(1).build()),
            List.of(waiver(START, LOSS.plusYears(1))));
    PartnerEvidence left = aPartner().withStatus(LocalDate.MIN, PartnerStatus.LEFT).build();

    DecidedStanding decided = rules.decide(left, LOSS);
    assertThat(decided.standing()).isEqualTo(Standing.NONE);
    assertThat(decided.decision().withWaivers()).isNull();
  }

  @Test
  void putsACandidateInPlaceOfAllFromItsOwnDay() {
    StandingRules rules =
        rules(
            toolkits(2).build(),
            toolkits(2).version(2).effective(LOSS).grace(0).build(),
            toolkits(2).version(3).effective(LOSS.plusDays(5)).grace(60).build());
    PartnerEvidence partner = aPartner().withToolkit("CRM", LONG_AGO, LOSS).build();
    TierPolicy candidate = toolkits(2).version(2).effective(LOSS).grace(10).build();

    StandingRules tried = rules.withCandidate(candidate, LOSS.plusDays(9));

    assertThat(rules.standingOn(partner, LOSS)).isEqualTo(held(T0, LOSS));
    assertThat(tried.standingOn(partner, LOSS.minusDays(1))).isEqualTo(held(T1, START));
    assertThat(tried.standingOn(partner, LOSS.plusDays(9)))
        .isEqualTo(atRisk(T0, T1, LOSS.plusDays(10), START));
    assertThat(tried.standingOn(partner, LOSS.plusDays(10))).isEqualTo(held(T0, LOSS.plusDays(10)));
  }

  @Test
  void putsACandidateOfTheFutureInForceOnTheDate() {
    StandingRules rules = rules(toolkits(2).build());
    PartnerEvidence partner = aPartner().withToolkit("CRM").build();
    TierPolicy candidate =
        aPolicy()
            .version(2)
            .effective(LOSS.plusYears(1))
            .tier("T0")
            .tier("T1", new Toolkits(2))
            .tier("T2", new Toolkits(3))
            .build();

    StandingRules tried = rules.withCandidate(candidate, LOSS);

    assertThat(tried.standingOn(partner, LOSS.minusDays(1))).isEqualTo(held(T1, START));
    assertThat(tried.standingOn(partner, LOSS)).isEqualTo(atRisk(T0, T1, FALL, START));
  }

  @Test
  void rejectsACandidateWithoutTheRungsInForce() {
    StandingRules rules =
        rules(toolkits(1).build(), toolkits(2).version(2).effective(LOSS).build());
    TierPolicy candidate = toolkits(1).version(3).build();

    assertThatThrownBy(() -> rules.withCandidate(candidate, LOSS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must keep those of partner-network version 2");
    assertThat(rules.withCandidate(candidate, LOSS.minusDays(1))).isNotNull();
  }

  private static Waiver waiver(LocalDate from, LocalDate to) {
    return new Waiver(
        new WaiverId(1),
        new WaiverTarget.OnePartner(aPartner().build().partner().id()),
        new TierCriterion(T1, CriterionKind.TOOLKITS),
        "A. Manager",
        "Their toolkits are being moved",
        from,
        to,
        null);
  }

  @Test
  void rejectsADateBeforeAnyPolicy() {
    assertThatThrownBy(() -> standing(aPartner(), START.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "No tier policy is in force on 2010-10-29: the first, partner-network version 1, takes"
                + " effect on 2010-10-30");
  }

  @Test
  void rejectsVersionsOutOfOrder() {
    TierPolicy first = toolkits(1).build();
    TierPolicy sameDay = toolkits(1).version(2).build();

    assertThatThrownBy(() -> rules(first, sameDay)).hasMessageContaining("not after");
    assertThatThrownBy(StandingRulesTest::rules).hasMessageContaining("at least one");
  }

  @Test
  void rejectsALadderThatLosesOrSwapsTiers() {
    TierPolicy first = toolkits(2).build();
    TierPolicy lost = toolkits(1).version(2).effective(LOSS).build();
    TierPolicy swapped =
        aPolicy().version(2).effective(LOSS).tier("T0").tier("T2").tier("T1").build();

    assertThatThrownBy(() -> rules(first, lost)).hasMessageContaining("must keep");
    assertThatThrownBy(() -> rules(first, swapped)).hasMessageContaining("[T0, T1, T2]");
  }

  private static PolicyBuilder toolkits(int most) {
    PolicyBuilder policy = aPolicy().tier("T0");
    for (int i = 1; i <= most; i++) {
      policy.tier("T" + i, new Toolkits(i));
    }
    return policy;
  }

  private static Standing standing(PartnerBuilder partner, LocalDate date) {
    return standing(partner, date, toolkits(2).build());
  }

  private static Standing standing(PartnerBuilder partner, LocalDate date, TierPolicy... policies) {
    return rules(policies).standingOn(partner.build(), date);
  }

  private static StandingRules rules(TierPolicy... policies) {
    return new StandingRules(CatalogFixtures.small(), List.of(policies));
  }

  private static Standing held(Tier earned, LocalDate since) {
    return atRisk(earned, earned, null, since);
  }

  private static Standing legacy(Tier earned, Tier held, LocalDate since) {
    return new Standing(earned, held, true, null, since);
  }

  private static Standing atRisk(
      Tier earned, Tier held, @Nullable LocalDate until, LocalDate since) {
    return new Standing(earned, held, false, until, since);
  }
}
