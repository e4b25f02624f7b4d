package dev.touchstone.application.standing.service;

import static dev.touchstone.domain.fixture.PartnerBuilder.LONG_AGO;
import static dev.touchstone.domain.fixture.PartnerBuilder.aPartner;
import static dev.touchstone.domain.fixture.PolicyBuilder.aPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.application.standing.PolicyTrial.Move;
import dev.touchstone.application.standing.PolicyTrial.ProvinceMoves;
import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyQuery;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyResult;
import dev.touchstone.application.tier.DossiersInMemory;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.PolicyFileFixture;
import dev.touchstone.domain.fixture.CatalogFixtures;
import dev.touchstone.domain.fixture.PartnerBuilder;
import dev.touchstone.domain.fixture.PolicyBuilder;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.Criterion.Survey;
import dev.touchstone.domain.tier.Criterion.Team;
import dev.touchstone.domain.tier.Criterion.Toolkits;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tries policies on partners of a few toolkits; {@code T0}, {@code T1}, … demand that many. */
class TryPolicyServiceTest {

  private static final LocalDate START = LocalDate.of(2010, 10, 30);
  private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
  private static final Instant RECORDED = Instant.parse("2010-11-15T20:00:00Z");
  private static final Tier T0 = new Tier("T0");
  private static final Tier T1 = new Tier("T1");
  private static final Tier T2 = new Tier("T2");
  private static final List<String> CODES =
      List.of("CRM", "DESKTOP", "ERP", "HOSTING", "MIDMARKET", "SUPPORT");

  private final List<TriedPartner> tried = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();

  @Test
  void movesNobodyWhereTheCandidateSaysTheSame() {
    PolicyTrial trial = tryOn(ladder(1, 2), ladder(1, 2).build(), toolkits(0), toolkits(2));

    assertThat(tried).allMatch(partner -> partner.reason().isEmpty());
    assertThat(trial.displayed()).containsExactly(new Move(T0, T0, 1), new Move(T2, T2, 1));
    assertThat(trial.earned()).isEqualTo(trial.displayed());
  }

  @Test
  void handsOnAllPartnersInOrderHoweverManyRanges() {
    PartnerBuilder[] partners =
        IntStream.range(0, 1000)
            .mapToObj(i -> toolkits(i % 3).withId("P-%04d".formatted(999 - i)))
            .toArray(PartnerBuilder[]::new);

    PolicyTrial trial = tryOn(ladder(1, 2), ladder(1, 1).build(), partners);

    assertThat(tried.stream().map(of -> of.partner().value()))
        .containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj("P-%04d"::formatted).toList());
    assertThat(trial.partners()).isEqualTo(1000);
    assertThat(trial.earned())
        .containsExactly(new Move(T0, T0, 334), new Move(T1, T2, 333), new Move(T2, T2, 333));
  }

  @Test
  void saysWhatIsMissingUnderAStricterCandidate() {
    tryOn(ladder(1, 2), ladder(3, 4).build(), toolkits(2));

    assertThat(only())
        .isEqualTo(
            new TriedPartner(
                new PartnerId("P-000001"),
                null,
                T2,
                T0,
                T2,
                T0,
                "not met for T2 under the candidate: T1: 1 more toolkit / T2: 2 more toolkits"));
  }

  @Test
  void saysWhatIsNoLongerDemandedOnEachTierOnTheWayUp() {
    tryOn(ladder(3, 4), ladder(1, 2).build(), toolkits(2));

    assertThat(only().earnedNow()).isEqualTo(T0);
    assertThat(only().earnedThen()).isEqualTo(T2);
    assertThat(only().reason())
        .isEqualTo(
            "no longer demanded for T2 or met otherwise: T1: 1 more toolkit / T2: 2 more toolkits");
  }

  @Test
  void namesANewTierThatIsEarned() {
    TierPolicy candidate =
        aPolicy()
            .tier("T0")
            .tier("T1", new Toolkits(1))
            .tier("HALF", new Toolkits(2))
            .tier("T2", new Toolkits(3))
            .build();

    tryOn(ladder(1, 3), candidate, toolkits(2));

    assertThat(only().earnedThen()).isEqualTo(new Tier("HALF"));
    assertThat(only().reason()).isEqualTo("the candidate has a new tier HALF, which is earned");
  }

  @Test
  void asksForTheTierAloneWhereTheCandidateIsNotCumulative() {
    tryOn(ladder(1, 2), ladder(5, 4).notCumulative().build(), toolkits(3));

    assertThat(only().reason()).isEqualTo("not met for T2 under the candidate: T2: 1 more toolkit");
  }

  @Test
  void showsACandidateOfTheFutureOnTheDateWithGrace() {
    tryOn(ladder(1, 2), ladder(1, 3).effective(DAY.plusYears(2)).build(), toolkits(2));

    assertThat(only().earnedThen()).isEqualTo(T1);
    assertThat(only().displayedThen()).isEqualTo(T2);
    assertThat(only().reason())
        .isEqualTo(
            "not met for T2 under the candidate: T2: 1 more toolkit;"
                + " T2 is displayed until 2010-12-15 by grace");
  }

  @Test
  void leavesOutVersionsThatTakeEffectAfterTheCandidate() {
    TierPolicy second = ladder(1, 3).version(2).effective(START.plusDays(5)).build();
    TierPolicy third = ladder(6, 6).version(3).effective(DAY.plusDays(1)).build();

    tryOn(
        List.of(ladder(1, 2).build(), second, third),
        ladder(1, 2).effective(START.plusDays(3)).build(),
        DAY,
        toolkits(2));

    assertThat(only().earnedNow()).isEqualTo(T1);
    assertThat(only().displayedNow()).isEqualTo(T2);
    assertThat(only().earnedThen()).isEqualTo(T2);
    assertThat(only().displayedThen()).isEqualTo(T2);
  }

  @Test
  void saysThatGraceDisplayedTheTierWhereOnlyThatChanges() {
    tryOn(
        ladder(1, 2),
        ladder(1, 2).grace(0).build(),
        toolkits(1).withToolkit("SUPPORT", LONG_AGO, DAY));

    assertThat(only().displayedNow()).isEqualTo(T2);
    assertThat(only().displayedThen()).isEqualTo(T1);
    assertThat(only().reason()).isEqualTo("now T2 is displayed until 2010-12-15 by grace");
  }

  @Test
  void saysThatALegacyRightDisplaysTheTierWhereOnlyThatChanges() {
    PartnerBuilder partner = toolkits(0).withLegacy(LegacyLevel.GOLD_CERTIFIED);
    PolicyBuilder granting = legacy(ladder(1, 2), "T2");

    tryOn(granting, ladder(1, 2).build(), partner);
    assertThat(only().reason())
        .isEqualTo("now T2 is displayed by a right from the previous program");

    tried.clear();
    tryOn(ladder(1, 2), legacy(ladder(1, 2), "T1").build(), partner);
    assertThat(only().reason()).isEqualTo("T1 is displayed by a right from the previous program");
  }

  @Test
  void namesBothSidesWhereEachDisplaysMoreThanIsEarned() {
    tryOn(
        ladder(1, 2),
        legacy(ladder(1, 2).grace(0), "T1").build(),
        toolkits(0)
            .withToolkit("CRM", LONG_AGO, DAY)
            .withToolkit("ERP", LONG_AGO, DAY)
            .withLegacy(LegacyLevel.GOLD_CERTIFIED));

    assertThat(only().reason())
        .isEqualTo(
            "now T2 is displayed until 2010-12-15 by grace;"
                + " T1 is displayed by a right from the previous program");
  }

  @Test
  void saysThatAWaiverDisplaysTheTierNow() {
    waive(new TierCriterion(T1, CriterionKind.TOOLKITS));
    TierPolicy candidate = aPolicy().tier("T0").tier("T1", new Team(1)).tier("T2").build();

    tryOn(
        List.of(aPolicy().tier("T0").tier("T1", new Toolkits(1)).tier("T2", new Team(1)).build()),
        candidate,
        DAY,
        toolkits(0));

    assertThat(only().earnedThen()).isEqualTo(T0);
    assertThat(only().displayedNow()).isEqualTo(T1);
    assertThat(only().displayedThen()).isEqualTo(T0);
    assertThat(only().reason()).isEqualTo("now T1 is displayed by a waiver");
  }

  @Test
  void saysThatAWaiverDisplaysTheTierThen() {
    waive(new TierCriterion(T2, CriterionKind.SURVEY));
    TierPolicy candidate =
        aPolicy()
            .tier("T0")
            .tier("T1", new Toolkits(1))
            .tier("T2", new Toolkits(2), new Survey(1, Period.ofMonths(12), 1, null))
            .build();

    tryOn(ladder(1, 2), candidate, toolkits(2));

    assertThat(only().displayedThen()).isEqualTo(T2);
    assertThat(only().reason())
        .isEqualTo(
            "not met for T2 under the candidate: T2: 1 more survey response;"
                + " T2 is displayed by a waiver");
  }

  @Test
  void decidesUnderTheCandidateAloneWhereNoPolicyIsInForce() {
    PolicyTrial trial =
        tryOn(
            List.of(ladder(1, 2).build()),
            ladder(1, 2).build(),
            START.minusDays(1),
            toolkits(2),
            toolkits(2).withId("P-000002").withStatus(LocalDate.MIN, PartnerStatus.LEFT));

    assertThat(tried)
        .containsExactly(
            new TriedPartner(
                new PartnerId("P-000001"), null, null, T2, null, T2, "no policy is in force now"),
            new TriedPartner(new PartnerId("P-000002"), null, null, null, null, null, ""));
    assertThat(trial.now()).isNull();
    assertThat(trial.earned()).containsExactly(new Move(null, null, 1), new Move(null, T2, 1));
  }

  @Test
  void countsTheMovesOfEachProvince() {
    PolicyTrial trial =
        tryOn(
            ladder(2, 3),
            legacy(ladder(1, 4), "T1").build(),
            toolkits(1).withId("P-1").inProvince("TO"),
            toolkits(3).withId("P-2").inProvince("MI"),
            toolkits(0).withId("P-3").inProvince("MI").withLegacy(LegacyLevel.GOLD_CERTIFIED),
            toolkits(1).withId("P-4"));

    assertThat(trial.provinces())
        .containsExactly(
            new ProvinceMoves("MI", 2, 0, 1, 1, 1),
            new ProvinceMoves("TO", 1, 1, 0, 1, 0),
            new ProvinceMoves(null, 1, 1, 0, 1, 0));
  }

  @Test
  void refusesACandidateThatDropsATier() {
    assertThat(run(List.of(ladder(1, 2).build()), ladder(1).version(2).build(), DAY, toolkits(1)))
        .isEqualTo(
            new TryPolicyResult.Refused(
                "v2.yaml, line 5, key tiers: partner-network version 2 has the tiers [T0, T1]: it"
                    + " must keep those of partner-network version 1 in their order, [T0, T1, T2],"
                    + " and may add some."));
    assertThat(tried).isEmpty();
  }

  @Test
  void refusesADateBeforeAnybodyRegistered() {
    PartnerBuilder partner = toolkits(1).registered(DAY.plusDays(1));

    assertThat(run(List.of(ladder(1).build()), ladder(1).build(), DAY, partner))
        .isEqualTo(
            new TryPolicyResult.Refused("No partner was registered and active on 2010-11-15."));
  }

  @Test
  void refusesAMomentBeforeAnyEvidence() {
    TryPolicyService service = service(List.of(ladder(1).build()), toolkits(1));

    assertThat(
            service.tryPolicy(
                new TryPolicyQuery(file(ladder(1).build()), DAY, RECORDED.minusSeconds(1)),
                tried::add))
        .isEqualTo(
            new TryPolicyResult.Refused(
                "Nothing was known of any partner at 2010-11-15T19:59:59Z."));
  }

  private TriedPartner only() {
    assertThat(tried).hasSize(1);
    return tried.get(0);
  }

  private PolicyTrial tryOn(
      PolicyBuilder registered, TierPolicy candidate, PartnerBuilder... partners) {
    return tryOn(List.of(registered.build()), candidate, DAY, partners);
  }

  private PolicyTrial tryOn(
      List<TierPolicy> registered,
      TierPolicy candidate,
      LocalDate date,
      PartnerBuilder... partners) {
    TryPolicyResult result = run(registered, candidate, date, partners);
    assertThat(result).isInstanceOf(TryPolicyResult.Tried.class);
    return ((TryPolicyResult.Tried) result).trial();
  }

  private TryPolicyResult run(
      List<TierPolicy> registered,
      TierPolicy candidate,
      LocalDate date,
      PartnerBuilder... partners) {
    return service(registered, partners)
        .tryPolicy(new TryPolicyQuery(file(candidate), date, RECORDED), tried::add);
  }

  private TryPolicyService service(List<TierPolicy> registered, PartnerBuilder... partners) {
    return new TryPolicyService(
        new DossiersInMemory(
            RECORDED,
            Stream.of(partners).map(PartnerBuilder::build).toArray(PartnerEvidence[]::new)),
        new Registered(registered),
        moment -> new StandingRules(CatalogFixtures.small(), registered, waivers),
        3);
  }

  private static PolicyFile file(TierPolicy policy) {
    return PolicyFileFixture.of(policy, "");
  }

  private void waive(TierCriterion criterion) {
    waivers.add(
        new Waiver(
            new WaiverId(1),
            new WaiverTarget.OnePartner(new PartnerId("P-000001")),
            criterion,
            "A. Manager",
            "It is being moved",
            START,
            DAY.plusYears(1),
            null));
  }

  private static PartnerBuilder toolkits(int number) {
    PartnerBuilder partner = aPartner();
    CODES.subList(0, number).forEach(partner::withToolkit);
    return partner;
  }

  /** T0 and above it a tier for each number of toolkits, without a legacy right. */
  private static PolicyBuilder ladder(int... demanded) {
    PolicyBuilder policy = aPolicy().tier("T0");
    for (int i = 0; i < demanded.length; i++) {
      policy.tier("T" + (i + 1), new Toolkits(demanded[i]));
    }
    return policy;
  }

  private static PolicyBuilder legacy(PolicyBuilder policy, String holds) {
    return policy.legacy(LegacyLevel.GOLD_CERTIFIED, holds, START.plusYears(1));
  }

  /** The versions given, in order. */
  private record Registered(List<TierPolicy> listVersions) implements TierPolicies {

    @Override
    public Optional<TierPolicy> findInForceOn(LocalDate date) {
      return listVersions.stream()
          .filter(version -> !version.effectiveFrom().isAfter(date))
          .reduce((earlier, later) -> later);
    }
  }
}
