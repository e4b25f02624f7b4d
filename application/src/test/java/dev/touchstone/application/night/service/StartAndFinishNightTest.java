package dev.touchstone.application.night.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightLaunch;
import dev.touchstone.application.night.NightOrder;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.NightState;
import dev.touchstone.application.night.port.in.FinishNightUseCase.FinishNightCommand;
import dev.touchstone.application.night.port.in.FinishNightUseCase.FinishNightResult;
import dev.touchstone.application.night.port.in.StartNightUseCase.StartNightCommand;
import dev.touchstone.application.night.port.in.StartNightUseCase.StartNightResult;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartAndFinishNightTest {

  private static final Actor ANNA = new Actor("anna", "PROGRAM", "10.0.0.1");

  /** The 16th already in Rome. */
  private static final Instant NOW = Instant.parse("2010-11-15T23:30:00Z");

  private static final LocalDate TODAY = LocalDate.of(2010, 11, 16);
  private static final NightId TONIGHT = new NightId(TODAY, 1);
  private static final NightId LAST_NIGHT = new NightId(TODAY.minusDays(1), 1);

  private final List<NightOrder> orders = new ArrayList<>();
  private final NightsInMemory nights = new NightsInMemory();
  private NightLaunch launch = new NightLaunch.Launched(TONIGHT);
  private NightState state = NightState.FAILED;

  private final StartNightService starts =
      new StartNightService(this::launch, Clock.fixed(NOW, ZoneOffset.UTC));
  private final FinishNightService finishes =
      new FinishNightService(
          night -> nights.find(night).map(entry -> overview(entry.night())), nights, this::launch);

  @Test
  void startsTodaysNightInRomeUnlessADayIsGiven() {
    assertThat(start(null)).isEqualTo(new StartNightResult.Started(TONIGHT));
    start(TODAY.minusDays(3));

    assertThat(orders)
        .containsExactly(
            new NightOrder(TODAY, false, false, false, ANNA),
            new NightOrder(TODAY.minusDays(3), false, false, false, ANNA));
  }

  @Test
  void startsNoNightThatLiesAhead() {
    assertRefused(start(TODAY.plusDays(1)), "2010-11-17 lies ahead");
    assertThat(orders).isEmpty();
  }

  @Test
  void saysWhatSpeaksAgainstAStart() {
    launch = new NightLaunch.AlreadyComplete(TONIGHT);
    assertRefused(start(null), "The night of 2010-11-16 is complete");
    launch = new NightLaunch.Refused("A night is being run.");
    assertRefused(start(null), "A night is being run.");
  }

  @Test
  void finishesTheLatestNightAlone() {
    open(LAST_NIGHT);
    open(TONIGHT);

    assertThat(finish(TONIGHT, false)).isEqualTo(new FinishNightResult.Started());
    assertRefused(finish(LAST_NIGHT, false), "overtaken by that of 2010-11-16");
    assertThat(finish(new NightId(TODAY, 2), false)).isEqualTo(new FinishNightResult.Unknown());
    assertThat(orders).containsExactly(new NightOrder(TODAY, false, false, false, ANNA));
  }

  @Test
  void finishesNothingThatIsCompleteOrRunning() {
    open(TONIGHT);

    state = NightState.COMPLETE;
    assertRefused(finish(TONIGHT, false), "nothing to finish");
    assertRefused(finish(TONIGHT, true), "nothing to finish");
    state = NightState.RUNNING;
    assertRefused(finish(TONIGHT, true), "is running");
    assertThat(orders).isEmpty();
  }

  @Test
  void confirmsOnlyWhatWaitsForIt() {
    open(TONIGHT);

    assertRefused(finish(TONIGHT, true), "does not wait for a confirmation");
    state = NightState.STOPPED_FOR_CONFIRMATION;
    assertThat(finish(TONIGHT, true)).isEqualTo(new FinishNightResult.Started());
    assertThat(orders).containsExactly(new NightOrder(TODAY, false, true, false, ANNA));
  }

  private NightLaunch launch(NightOrder order) {
    orders.add(order);
    return launch;
  }

  private StartNightResult start(@Nullable LocalDate date) {
    return starts.start(new StartNightCommand(date, false, false, ANNA));
  }

  private FinishNightResult finish(NightId night, boolean confirm) {
    return finishes.finish(new FinishNightCommand(night, confirm, ANNA));
  }

  private static void assertRefused(StartNightResult result, String reason) {
    assertThat(result)
        .isInstanceOfSatisfying(
            StartNightResult.Refused.class,
            refused -> assertThat(refused.reason()).contains(reason));
  }

  private static void assertRefused(FinishNightResult result, String reason) {
    assertThat(result)
        .isInstanceOfSatisfying(
            FinishNightResult.Refused.class,
            refused -> assertThat(refused.reason()).contains(reason));
  }

  private NightOverview overview(Night night) {
    return new NightOverview(night, NOW, state, null, null);
  }

  private void open(NightId night) {
    nights.open(new Night(night, new PolicyVersion("partner-network", 1), null, null, null), NOW);
  }
}
