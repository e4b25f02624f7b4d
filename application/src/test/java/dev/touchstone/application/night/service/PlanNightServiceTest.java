package dev.touchstone.application.night.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.AuditLogInMemory;
import dev.touchstone.application.night.NightOutcome;
import dev.touchstone.application.night.port.in.PlanNightUseCase.PlanNightCommand;
import dev.touchstone.application.night.port.in.PlanNightUseCase.PlanNightResult;
import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.application.tier.DefaultPolicyOnly;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.PolicyFileFixture;
import dev.touchstone.application.tier.PolicyRegistryInMemory;
import dev.touchstone.application.tier.RegisteredPolicy;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanNightServiceTest {

  private static final Instant NOW = Instant.parse("2010-11-16T01:00:00Z");
  private static final LocalDate DATE = LocalDate.of(2010, 11, 15);

  private static final Actor ANNA = new Actor("anna", "PROGRAM", "10.0.0.1");
  private static final PolicyFile DEFAULT =
      PolicyFileFixture.of(Policies.y2010(), "policy: partner-network\n");

  private final AuditLogInMemory auditLog = new AuditLogInMemory();
  private final NightsInMemory nights = new NightsInMemory();
  private final PlansInMemory plans = new PlansInMemory();
  private final PolicyRegistryInMemory registry = new PolicyRegistryInMemory();

  @Test
  void startsTheFirstRunOfADate() {
    assertThat(plan(DATE, false))
        .isInstanceOfSatisfying(
            PlanNightResult.Start.class,
            start -> assertThat(start.night().id()).isEqualTo(new NightId(DATE, 1)));
    assertThat(nights.findLatestOn(DATE)).isPresent();
  }

  @Test
  void opensANightByTheClockOfEvidence() {
    plan(DATE, false);

    assertThat(nights.find(new NightId(DATE, 1)).orElseThrow().startedAt())
        .isEqualTo(NightsInMemory.MOMENT)
        .isNotEqualTo(NOW);
  }

  @Test
  void resumesWhatDidNotEndAlsoWhenAskedForItAgain() {
    plan(DATE, false);

    for (boolean again : new boolean[] {false, true}) {
      assertThat(plan(DATE, again))
          .isInstanceOfSatisfying(
              PlanNightResult.Resume.class,
              resume -> assertThat(resume.night().id()).isEqualTo(new NightId(DATE, 1)));
    }
  }

  @Test
  void logsWhoseWishANightWas() {
    plan(DATE, false);
    confirm(DATE);
    nights.complete(new NightId(DATE, 1), NOW);
    plan(DATE, false);

    assertThat(auditLog.inShort())
        .containsExactly(
            "anna START_NIGHT night/2010-11-15/1",
            "anna RESUME_NIGHT night/2010-11-15/1",
            "anna CONFIRM_NIGHT night/2010-11-15/1");
  }

  @Test
  void forgetsHowTheAttemptBeforeEnded() {
    NightId id = new NightId(DATE, 1);
    plan(DATE, false);
    nights.recordOutcome(id, new NightOutcome(NightOutcome.Kind.FAILED, "publish-feed", "Full."));

    plan(DATE, false);

    assertThat(nights.find(id).orElseThrow().lastOutcome()).isNull();
  }

  @Test
  void leavesACompleteNightAlone() {
    complete(DATE);

    assertThat(plan(DATE, false)).isInstanceOf(PlanNightResult.AlreadyComplete.class);
  }

  @Test
  void runsACompleteNightAgainWhenAsked() {
    complete(DATE);

    assertThat(plan(DATE, true))
        .isInstanceOfSatisfying(
            PlanNightResult.Start.class,
            start -> assertThat(start.night().id()).isEqualTo(new NightId(DATE, 2)));
  }

  @Test
  void notesThatWhatItStartsOrResumesIsConfirmed() {
    confirm(DATE);
    assertThat(nights.getNight(new NightId(DATE, 1)).confirmedAt()).isEqualTo(NOW);

    LocalDate next = DATE.plusDays(1);
    plan(next, false);
    assertThat(nights.getNight(new NightId(next, 1)).isConfirmed()).isFalse();
    assertThat(confirm(next)).isInstanceOf(PlanNightResult.Resume.class);
    assertThat(nights.getNight(new NightId(next, 1)).isConfirmed()).isTrue();
  }

  @Test
  void confirmsNothingThatIsComplete() {
    complete(DATE);

    assertThat(confirm(DATE)).isInstanceOf(PlanNightResult.AlreadyComplete.class);
    assertThat(nights.getNight(new NightId(DATE, 1)).isConfirmed()).isFalse();
  }

  @Test
  void notesThatAllPartnersAreWanted() {
    NightId id = new NightId(DATE, 1);
    plan(DATE, false);
    assertThat(nights.isFullWanted(id)).isFalse();

    assertThat(full(DATE)).isInstanceOf(PlanNightResult.Resume.class);
    plan(DATE, false);

    assertThat(nights.isFullWanted(id)).isTrue();
  }

  @Test
  void saysWhereAWishForAllPartnersComesTooLate() {
    NightId id = new NightId(DATE, 1);
    plan(DATE, false);
    plans.planChanged(id, NOW, List.of(), new RulesFingerprint("0a".repeat(32)));

    assertThat(full(DATE))
        .isInstanceOfSatisfying(
            PlanNightResult.Refused.class,
            refused -> assertThat(refused.reason()).contains("--again --full"));
    assertThat(nights.isFullWanted(id)).isFalse();
    assertThat(plan(DATE, false)).isInstanceOf(PlanNightResult.Resume.class);
  }

  @Test
  void refusesToGoBack() {
    complete(DATE);

    assertThat(plan(DATE.minusDays(1), true))
        .isInstanceOfSatisfying(
            PlanNightResult.Refused.class,
            refused -> assertThat(refused.reason()).contains("only go forward", "2010-11-14"));
  }

  @Test
  void leavesACompleteNightAloneAfterALaterOne() {
    complete(DATE);
    complete(DATE.plusDays(1));

    assertThat(plan(DATE, false)).isInstanceOf(PlanNightResult.AlreadyComplete.class);
    assertThat(plan(DATE, true)).isInstanceOf(PlanNightResult.Refused.class);
  }

  @Test
  void refusesToGoBackBehindANightThatHasBegun() {
    plan(DATE, false);

    assertThat(plan(DATE.minusDays(1), false))
        .isInstanceOfSatisfying(
            PlanNightResult.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .startsWith("The night of 2010-11-15 has begun and is not complete"));
  }

  @Test
  void refusesADateBeforeAnyPolicy() {
    assertThat(plan(LocalDate.of(2010, 10, 29), false))
        .isInstanceOfSatisfying(
            PlanNightResult.NoPolicy.class,
            refused -> assertThat(refused.reason()).contains("takes effect on 2010-10-30"));
    assertThat(nights.findLatest()).isEmpty();
  }

  @Test
  void refusesToFinishANightUnderAnotherPolicy() {
    plan(DATE, false);
    TierPolicy y2010 = Policies.y2010();
    TierPolicy other =
        new TierPolicy(
            new PolicyVersion("partner-network", 2),
            y2010.effectiveFrom(),
            y2010.cumulative(),
            y2010.tiers(),
            y2010.standing(),
            y2010.integrity());

    assertThat(service(other).plan(new PlanNightCommand(DATE, false, false, false, ANNA)))
        .isInstanceOfSatisfying(
            PlanNightResult.Refused.class,
            refused -> assertThat(refused.reason()).contains("version 1", "version 2"));
  }

  @Test
  void registersTheShippedPolicyWithTheFirstNight() {
    plan(LocalDate.of(2010, 10, 29), false);
    assertThat(registry.list()).isEmpty();

    plan(DATE, false);
    complete(DATE.plusDays(1));

    assertThat(registry.list())
        .containsExactly(new RegisteredPolicy(DEFAULT.policy(), DEFAULT.text(), NOW, null));
  }

  @Test
  void registersNothingBesideWhatIsRegistered() {
    PolicyFile own = PolicyFileFixture.file(7, "2010-10-30", "LOW");
    registry.inTurn(
        () -> {
          registry.add(own, NOW);
          return true;
        });

    assertThat(service(own.policy()).plan(new PlanNightCommand(DATE, false, false, false, ANNA)))
        .isInstanceOf(PlanNightResult.Start.class);
    assertThat(registry.listVersions()).containsExactly(own.policy());
  }

  private PlanNightResult plan(LocalDate date, boolean again) {
    return service(Policies.y2010()).plan(new PlanNightCommand(date, again, false, false, ANNA));
  }

  private PlanNightResult full(LocalDate date) {
    return service(Policies.y2010()).plan(new PlanNightCommand(date, false, false, true, ANNA));
  }

  private PlanNightResult confirm(LocalDate date) {
    return service(Policies.y2010()).plan(new PlanNightCommand(date, false, true, false, ANNA));
  }

  private void complete(LocalDate date) {
    plan(date, false);
    nights.complete(new NightId(date, 1), NOW);
  }

  private PlanNightService service(TierPolicy policy) {
    TierPolicies policies =
        new TierPolicies() {
          @Override
          public Optional<TierPolicy> findInForceOn(LocalDate day) {
            return Optional.of(policy).filter(p -> !p.effectiveFrom().isAfter(day));
          }

          @Override
          public List<TierPolicy> listVersions() {
            return List.of(policy);
          }
        };
    return new PlanNightService(
        nights,
        policies,
        registry,
        new DefaultPolicyOnly(DEFAULT),
        plans,
        auditLog,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
