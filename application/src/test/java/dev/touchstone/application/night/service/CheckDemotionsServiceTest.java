package dev.touchstone.application.night.service;

import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static dev.touchstone.domain.fixture.Policies.GOLD;
import static dev.touchstone.domain.fixture.Policies.REGISTERED;
import static dev.touchstone.domain.fixture.Policies.SILVER;
import static dev.touchstone.domain.fixture.Policies.SUBSCRIBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.night.MassDemotion;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightFigures.TierMove;
import dev.touchstone.application.night.port.in.CheckDemotionsUseCase.CheckDemotionsResult;
import dev.touchstone.application.standing.Demotion;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.fixture.PolicyBuilder;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.Criterion.Team;
import dev.touchstone.domain.tier.Criterion.Toolkits;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckDemotionsServiceTest {

  private static final Instant NOW = Instant.parse("2010-11-16T01:00:00Z");
  private static final LocalDate DATE = LocalDate.of(2010, 11, 16);
  private static final NightId BEFORE = new NightId(DATE.minusDays(1), 1);
  private static final NightId TONIGHT = new NightId(DATE, 1);

  private final NightsInMemory nights = new NightsInMemory();

  private TierPolicy policy = Policies.y2010();
  private List<Waiver> waivers = List.of();

  @BeforeEach
  void openTheNight() {
    open(BEFORE);
    nights.complete(BEFORE, NOW);
    open(TONIGHT);
  }

  @Test
  void passesTheFirstNight() {
    NightsInMemory none = new NightsInMemory();
    none.open(new Night(TONIGHT, policy.version(), NOW, null, null), NOW);

    assertThat(service(none, 20, fallen(SILVER, aPartner())).check(TONIGHT))
        .isEqualTo(new CheckDemotionsResult.Passed(0, 0));
  }

  @Test
  void passesJustAsManyAsThePolicyLets() {
    assertThat(check(20, fallen(SILVER, aPartner())))
        .isEqualTo(new CheckDemotionsResult.Passed(1, 20));
  }

  @Test
  void stopsOneMore() {
    assertThat(check(19, fallen(SILVER, aPartner())))
        .isInstanceOf(CheckDemotionsResult.Stopped.class);
  }

  @Test
  void passesAConfirmedNight() {
    nights.confirm(TONIGHT, NOW);

    assertThat(check(1, fallen(SILVER, aPartner())))
        .isEqualTo(new CheckDemotionsResult.Passed(1, 1));
  }

  @Test
  void saysWhoFellAndWhy() {
    MassDemotion stopped =
        stopped(
            30,
            fallen(GOLD, aPartner()),
            fallen(SILVER, aPartner().withToolkit("CRM")),
            fallen(GOLD, aPartner().withToolkit("CRM").withReferences(5, "CRM", DATE)),
            // The legacy right let it hold SILVER; it is over.
            new Demotion(
                new Standing(REGISTERED, SILVER, true, null, DATE.minusYears(1)),
                decided(aPartner())));

    assertThat(stopped)
        .isEqualTo(
            new MassDemotion(
                4,
                30,
                BigDecimal.valueOf(5),
                List.of(
                    new TierMove(GOLD, SUBSCRIBER, 1),
                    new TierMove(GOLD, REGISTERED, 1),
                    new TierMove(SILVER, SUBSCRIBER, 1),
                    new TierMove(SILVER, REGISTERED, 1)),
                Map.of(
                    CriterionKind.TOOLKITS, 1L,
                    CriterionKind.CERTIFIED_PEOPLE, 3L,
                    CriterionKind.REFERENCES, 3L,
                    CriterionKind.SURVEY, 2L),
                1));
    assertThat(stopped.describe())
        .isEqualTo(
            "it demotes 4 of 30 partners that held a tier (13.34 %), and the policy stops above 5 %"
                + " (standing.stopAbove). Moves: GOLD to SUBSCRIBER 1, GOLD to REGISTERED 1,"
                + " SILVER to SUBSCRIBER 1, SILVER to REGISTERED 1. Not met: certifiedPeople 3,"
                + " references 3, survey 2, toolkits 1. Legacy right over: 1.");
  }

  @Test
  void showsAShareJustAboveTheLimitAsAboveIt() {
    policy = Policies.ladder2010().stopAbove("33.33").build();

    assertThat(stopped(3, fallen(SILVER, aPartner())).describe())
        .contains("1 of 3 partners that held a tier (33.34 %)", "stops above 33.33 %");
  }

  @Test
  void blamesNoCriterionThatIsWaived() {
    waivers =
        List.of(
            new Waiver(
                new WaiverId(1),
                new WaiverTarget.OnePartner(aPartner().build().partner().id()),
                new TierCriterion(SILVER, CriterionKind.REFERENCES),
                "Ada",
                "a promise",
                DATE,
                DATE.plusDays(1),
                null));

    assertThat(stopped(1, fallen(SILVER, aPartner().withToolkit("CRM"))).unmet())
        .isEqualTo(Map.of(CriterionKind.CERTIFIED_PEOPLE, 1L));
  }

  @Test
  void blamesOnlyTiersBetweenWhereEachStandsForItself() {
    PolicyBuilder ladder =
        PolicyBuilder.aPolicy()
            .tier("BASE")
            .tier("KIT", new Toolkits(1))
            .tier("MIDDLE")
            .tier("TEAM", new Team(2));
    policy = ladder.build();
    assertThat(stopped(1, fallen(new Tier("TEAM"), aPartner())).unmet())
        .isEqualTo(Map.of(CriterionKind.TOOLKITS, 1L, CriterionKind.TEAM, 1L));

    policy = ladder.notCumulative().build();
    assertThat(stopped(1, fallen(new Tier("TEAM"), aPartner())))
        .satisfies(
            demotion -> {
              assertThat(demotion.moves())
                  .containsExactly(new TierMove(new Tier("TEAM"), new Tier("MIDDLE"), 1));
              assertThat(demotion.unmet()).isEqualTo(Map.of(CriterionKind.TEAM, 1L));
            });
  }

  @Test
  void stopsAtTheFirstDemotionWherePolicyLetsNonePass() {
    policy = Policies.ladder2010().stopAbove("0").build();

    assertThat(check(1_000_000)).isInstanceOf(CheckDemotionsResult.Passed.class);
    assertThat(check(1_000_000, fallen(SILVER, aPartner())))
        .isInstanceOf(CheckDemotionsResult.Stopped.class);
  }

  @Test
  void countsWhoHeldATierOnlyWhereSomebodyFell() {
    List<NightId> counted = new ArrayList<>();
    DemotionsInMemory none = new DemotionsInMemory(BEFORE, TONIGHT, 20, List.of(), counted);
    DemotionsInMemory one =
        new DemotionsInMemory(BEFORE, TONIGHT, 20, List.of(fallen(SILVER, aPartner())), counted);

    assertThat(service(nights, none).check(TONIGHT))
        .isEqualTo(new CheckDemotionsResult.Passed(0, 0));
    assertThat(counted).isEmpty();
    assertThat(service(nights, one).check(TONIGHT))
        .isEqualTo(new CheckDemotionsResult.Passed(1, 20));
    assertThat(counted).containsExactly(BEFORE);
  }

  private MassDemotion stopped(long held, Demotion... demotions) {
    return ((CheckDemotionsResult.Stopped) check(held, demotions)).demotions();
  }

  private CheckDemotionsResult check(long held, Demotion... demotions) {
    return service(nights, held, demotions).check(TONIGHT);
  }

  private CheckDemotionsService service(NightsInMemory of, long held, Demotion... demotions) {
    return service(
        of, new DemotionsInMemory(BEFORE, TONIGHT, held, List.of(demotions), new ArrayList<>()));
  }

  private CheckDemotionsService service(NightsInMemory of, DemotionsInMemory demotions) {
    return new CheckDemotionsService(of, new OnePolicy(policy), demotions);
  }

  /** A partner that held a tier and now holds what its evidence is worth. */
  private Demotion fallen(Tier from, PartnerBuilder now) {
    return new Demotion(new Standing(from, from, false, null, BEFORE.businessDate()), decided(now));
  }

  private DecidedStanding decided(PartnerBuilder partner) {
    return new StandingRules(CatalogFixtures.small(), List.of(policy), waivers)
        .decide(partner.build(), DATE);
  }

  private void open(NightId night) {
    nights.open(new Night(night, policy.version(), NOW, null, null), NOW);
  }

  private record OnePolicy(TierPolicy policy) implements TierPolicies {

    @Override
    public Optional<TierPolicy> findInForceOn(LocalDate day) {
      return Optional.of(policy);
    }

    @Override
    public List<TierPolicy> listVersions() {
      return List.of(policy);
    }
  }
}
