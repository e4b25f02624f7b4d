package dev.touchstone.application.night.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.application.standing.service.WaiversInMemory;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PlanRecalculationServiceTest {

  private static final PolicyVersion POLICY = new PolicyVersion("p", 1);
  private static final RulesFingerprint RULES = new RulesFingerprint("0a".repeat(32));
  private static final RulesFingerprint OTHER = new RulesFingerprint("0b".repeat(32));
  private static final LocalDate MONDAY = LocalDate.of(2010, 11, 15);
  private static final NightId LAST = new NightId(MONDAY, 1);
  private static final NightId TONIGHT = new NightId(MONDAY.plusDays(1), 1);

  private final NightsInMemory nights = new NightsInMemory();
  private final WaiversInMemory waivers = new WaiversInMemory();
  private final PlansInMemory plans = new PlansInMemory();
  private RulesFingerprint rules = RULES;

  @Test
  void decidesAllWhereNoNightIsComplete() {
    fixed(TONIGHT);
    assertThat(plan(false)).isEqualTo(new RecalculationScope.All("no night is complete yet"));
    assertThat(plans.rules).containsEntry(TONIGHT, RULES);
  }

  @Test
  void decidesWhatHasChangedSinceTheLastCompleteNight() {
    complete(LAST);
    fixed(TONIGHT);
    assertThat(plan(false)).isEqualTo(new RecalculationScope.Changed(7));
    assertThat(plans.since).isEqualTo(moment(LAST));
    assertThat(plans.more).isEmpty();
  }

  @Test
  void decidesAllWhereThatIsAskedFor() {
    complete(LAST);
    fixed(TONIGHT);
    assertThat(plan(true)).isEqualTo(new RecalculationScope.All("that was asked for"));
  }

  /** The attempt that was asked for all has died before it chose, and another one goes on. */
  @Test
  void remembersThatAllWereAskedFor() {
    complete(LAST);
    fixed(TONIGHT);
    nights.wantFull(TONIGHT);
    assertThat(plan(false)).isEqualTo(new RecalculationScope.All("that was asked for"));
  }

  @Test
  void decidesAllUnderOtherRules() {
    complete(LAST);
    fixed(TONIGHT);
    rules = OTHER;
    assertThat(plan(false)).isInstanceOf(RecalculationScope.All.class);
  }

  @Test
  void decidesAllWhereTheLastNightsRulesAreNotKnown() {
    complete(LAST);
    plans.rules.clear();
    fixed(TONIGHT);
    assertThat(plan(false)).isInstanceOf(RecalculationScope.All.class);
  }

  @Test
  void decidesAllAfterANightThatWasLeftUnfinished() {
    complete(new NightId(MONDAY.minusDays(1), 1));
    fixed(LAST);
    fixed(TONIGHT);
    assertThat(plan(false)).isInstanceOf(RecalculationScope.All.class);
  }

  @Test
  void doesNotMindUnfinishedNightsBeforeTheLastCompleteOne() {
    fixed(new NightId(MONDAY.minusDays(1), 1));
    complete(LAST);
    fixed(TONIGHT);
    assertThat(plan(false)).isInstanceOf(RecalculationScope.Changed.class);
  }

  @Test
  void addsPartnersWhoseWaiversWereGrantedOrEndedSince() {
    Waiver old = waiver(1, "P-1");
    waivers.record(old, moment(LAST).minusSeconds(1));
    waivers.record(waiver(2, "P-2"), moment(LAST).minusSeconds(1));
    complete(LAST);
    waivers.record(
        old.endedOn(MONDAY, new Waiver.Ending("An author", "A reason")),
        moment(LAST).plusSeconds(1));
    waivers.record(waiver(3, "P-3"), moment(TONIGHT));
    waivers.record(waiver(4, "P-4"), moment(TONIGHT).plusSeconds(1));
    fixed(TONIGHT);

    assertThat(plan(false)).isInstanceOf(RecalculationScope.Changed.class);
    assertThat(plans.more).containsExactlyInAnyOrder(new PartnerId("P-1"), new PartnerId("P-3"));
  }

  @Test
  void decidesAllWhereACohortsWaiverIsNew() {
    complete(LAST);
    waivers.record(
        new Waiver(
            new WaiverId(1),
            new WaiverTarget.Cohort(null, null, null, LegacyLevel.NONE),
            new TierCriterion(new Tier("GOLD"), CriterionKind.values()[0]),
            "An author",
            "A reason",
            MONDAY,
            MONDAY.plusDays(9),
            null),
        moment(TONIGHT));
    fixed(TONIGHT);
    assertThat(plan(false)).isInstanceOf(RecalculationScope.All.class);
  }

  /** A step that was stopped behind its commit is run again. */
  @Test
  void keepsWhatAnAttemptBeforeHasChosen() {
    complete(LAST);
    fixed(TONIGHT);
    RecalculationScope first = plan(false);
    assertThat(plan(true)).isEqualTo(first);
    assertThat(plans.made).isEqualTo(1);

    rules = OTHER;
    assertThatThrownBy(() -> plan(false)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void waitsForTheEvidence() {
    nights.open(new Night(TONIGHT, POLICY, null, null, null), moment(TONIGHT));
    assertThatThrownBy(() -> plan(false)).isInstanceOf(IllegalStateException.class);
  }

  private RecalculationScope plan(boolean full) {
    if (full) {
      nights.wantFull(TONIGHT);
    }
    return new PlanRecalculationService(nights, waivers, plans, date -> rules).plan(TONIGHT);
  }

  private static Waiver waiver(long number, String partner) {
    return new Waiver(
        new WaiverId(number),
        new WaiverTarget.OnePartner(new PartnerId(partner)),
        new TierCriterion(new Tier("GOLD"), CriterionKind.values()[0]),
        "An author",
        "A reason",
        MONDAY.minusDays(9),
        MONDAY.plusDays(9),
        null);
  }

  private static Instant moment(NightId night) {
    return night.businessDate().atTime(22, 0).toInstant(ZoneOffset.UTC);
  }

  private void fixed(NightId id) {
    nights.open(new Night(id, POLICY, moment(id), null, null), moment(id));
  }

  private void complete(NightId id) {
    nights.open(new Night(id, POLICY, moment(id), null, moment(id)), moment(id));
    plans.rules.put(id, RULES);
  }
}
