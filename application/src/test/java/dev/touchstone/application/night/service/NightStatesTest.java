package dev.touchstone.application.night.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightOutcome;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.NightState;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightStatesTest {

  private static final NightId FIRST = new NightId(LocalDate.of(2010, 11, 15), 1);
  private static final NightId SECOND = new NightId(LocalDate.of(2010, 11, 16), 1);

  private final NightsInMemory nights = new NightsInMemory();
  private boolean held;
  private Runnable whenAsked = () -> {};

  private final NightStates states =
      new NightStates(
          nights,
          new NightLock() {
            @Override
            public Optional<Held> tryAcquire() {
              throw new UnsupportedOperationException();
            }

            @Override
            public boolean isHeld() {
              whenAsked.run();
              return held;
            }
          });

  @Test
  void runsWhileTheLatestIsOpenAndTheLockIsHeld() {
    open(FIRST);
    open(SECOND);
    held = true;

    assertThat(state(SECOND)).isEqualTo(NightState.RUNNING);
    assertThat(state(FIRST)).isEqualTo(NightState.UNFINISHED);
    assertThat(find(FIRST).reason()).contains("a later night has taken its place");
  }

  @Test
  void isUnfinishedWhereTheProcessDied() {
    open(FIRST);

    assertThat(state(FIRST)).isEqualTo(NightState.UNFINISHED);
    assertThat(find(FIRST).reason()).contains("restart it");
  }

  @Test
  void saysHowTheLastAttemptEndedWhateverTheLock() {
    open(FIRST);
    held = true;

    nights.recordOutcome(FIRST, new NightOutcome(NightOutcome.Kind.FAILED, "archive", "Full."));
    assertThat(find(FIRST))
        .extracting(NightOverview::state, NightOverview::failedStep, NightOverview::reason)
        .containsExactly(NightState.FAILED, "archive", "Full.");
    nights.recordOutcome(
        FIRST, new NightOutcome(NightOutcome.Kind.STOPPED_FOR_CONFIRMATION, null, "Many."));
    assertThat(state(FIRST)).isEqualTo(NightState.STOPPED_FOR_CONFIRMATION);
    nights.recordOutcome(FIRST, new NightOutcome(NightOutcome.Kind.STOPPED, null, "Stopped."));
    assertThat(state(FIRST)).isEqualTo(NightState.UNFINISHED);
    nights.complete(FIRST, Instant.EPOCH);
    assertThat(find(FIRST))
        .extracting(NightOverview::state, NightOverview::reason)
        .containsExactly(NightState.COMPLETE, null);
  }

  @Test
  void readsAgainWhatEndedWhileItAsked() {
    open(FIRST);
    whenAsked = () -> nights.complete(FIRST, Instant.EPOCH);

    assertThat(state(FIRST)).isEqualTo(NightState.COMPLETE);
  }

  @Test
  void knowsNothingOfANightThatNeverWas() {
    assertThat(states.find(FIRST)).isEmpty();
  }

  private NightState state(NightId night) {
    return find(night).state();
  }

  private NightOverview find(NightId night) {
    return states.find(night).orElseThrow();
  }

  private void open(NightId night) {
    nights.open(
        new Night(night, new PolicyVersion("partner-network", 1), null, null, null), Instant.EPOCH);
  }
}
