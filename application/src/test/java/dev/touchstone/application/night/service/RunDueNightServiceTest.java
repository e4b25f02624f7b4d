package dev.touchstone.application.night.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.night.DueNight;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightLaunch;
import dev.touchstone.application.night.NightOrder;
import dev.touchstone.application.night.NightOutcome;
import dev.touchstone.application.night.port.in.RunDueNightUseCase.RunDueNightCommand;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunDueNightServiceTest {

  private static final Actor SCHEDULE = new Actor("schedule", "SCHEDULE", "north");
  private static final LocalDate TODAY = LocalDate.of(2010, 11, 16);
  private static final NightId TONIGHT = new NightId(TODAY, 1);
  private static final NightId LAST_NIGHT = new NightId(TODAY.minusDays(1), 1);

  private final NightsInMemory nights = new NightsInMemory();
  private final List<NightOrder> orders = new ArrayList<>();
  private final Lock lock = new Lock();
  private NightLaunch launch = new NightLaunch.Launched(TONIGHT);

  private final RunDueNightService service =
      new RunDueNightService(
          new FindNightService(nights, lock),
          nights,
          order -> {
            orders.add(order);
            return launch;
          });

  @Test
  void startsTheNightAtItsTime() {
    open(LAST_NIGHT);
    nights.complete(LAST_NIGHT, NightsInMemory.MOMENT);

    assertThat(runDue(false, null)).isEqualTo(new DueNight.Started(TONIGHT, null));
    assertThat(orders).containsExactly(new NightOrder(TODAY, false, false, false, SCHEDULE));
  }

  @Test
  void catchesUpAMissedNightOnlyAfterAFirstOne() {
    assertThat(runDue(true, null)).isEqualTo(new DueNight.NothingMissed());
    assertThat(orders).isEmpty();
    assertThat(runDue(false, null)).isEqualTo(new DueNight.Started(TONIGHT, null));

    open(LAST_NIGHT);
    assertThat(runDue(true, null)).isEqualTo(new DueNight.Started(TONIGHT, null));
  }

  @Test
  void finishesANightThatFailedAndOneWhoseProcessDied() {
    open(TONIGHT);
    assertThat(runDue(true, null))
        .isEqualTo(
            new DueNight.Started(
                TONIGHT,
                "The process that ran it ended before the night did; restart it to finish it."));

    fail("No space left on device.");
    assertThat(runDue(false, null))
        .isEqualTo(
            new DueNight.Started(TONIGHT, "Step recalculate failed: No space left on device."));
    assertThat(orders).hasSize(2);
  }

  @Test
  void leavesAFailureThatLastsAlone() {
    open(TONIGHT);
    fail("No space left on device.");
    String lasting = "Step recalculate failed: No space left on device.";

    assertThat(runDue(false, lasting)).isEqualTo(new DueNight.GivenUp(TONIGHT, lasting));
    assertThat(orders).isEmpty();

    fail("Something else.");
    assertThat(runDue(false, lasting)).isInstanceOf(DueNight.Started.class);
  }

  @Test
  void doesNothingWhereThereIsNoNeed() {
    open(TONIGHT);
    lock.held = true;
    assertThat(runDue(false, null)).isEqualTo(new DueNight.Running());

    lock.held = false;
    nights.recordOutcome(
        TONIGHT,
        new NightOutcome(NightOutcome.Kind.STOPPED_FOR_CONFIRMATION, null, "it demotes 9 of 10."));
    assertThat(runDue(false, null))
        .isEqualTo(new DueNight.Unconfirmed(TONIGHT, "it demotes 9 of 10."));

    nights.complete(TONIGHT, NightsInMemory.MOMENT);
    assertThat(runDue(false, null)).isEqualTo(new DueNight.Complete(TONIGHT));

    NightId tomorrow = new NightId(TODAY.plusDays(1), 1);
    open(tomorrow);
    assertThat(runDue(false, null)).isEqualTo(new DueNight.Overtaken(tomorrow));
    assertThat(orders).isEmpty();
  }

  @Test
  void saysWhatCameOfTheLaunch() {
    open(LAST_NIGHT);
    launch = new NightLaunch.Busy("A night is being run.");
    assertThat(runDue(false, null)).isEqualTo(new DueNight.Running());
    launch = new NightLaunch.AlreadyComplete(TONIGHT);
    assertThat(runDue(false, null)).isEqualTo(new DueNight.Complete(TONIGHT));
    launch = new NightLaunch.NoPolicy("No policy is in force.");
    assertThat(runDue(false, null)).isEqualTo(new DueNight.NoPolicy("No policy is in force."));
    launch = new NightLaunch.Refused("There is no inbox.");
    assertThat(runDue(false, null)).isEqualTo(new DueNight.Refused("There is no inbox."));
  }

  private DueNight runDue(boolean missed, @Nullable String lasting) {
    return service.runDue(new RunDueNightCommand(TODAY, missed, lasting, SCHEDULE));
  }

  private void open(NightId night) {
    nights.open(
        new Night(night, new PolicyVersion("partner-network", 1), null, null, null),
        NightsInMemory.MOMENT);
  }

  private void fail(String reason) {
    nights.recordOutcome(
        TONIGHT, new NightOutcome(NightOutcome.Kind.FAILED, "recalculate", reason));
  }

  private static final class Lock implements NightLock {

    private boolean held;

    @Override
    public Optional<Held> tryAcquire() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isHeld() {
      return held;
    }
  }
}
