package dev.touchstone.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.night.DueNight;
import dev.touchstone.application.night.NightSchedule;
import dev.touchstone.application.night.port.in.RunDueNightUseCase.RunDueNightCommand;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightRoundsTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final Actor SCHEDULE = new Actor("schedule", "SCHEDULE", "north");
  private static final Duration RETRY = Duration.ofMinutes(15);
  private static final String FULL = "Step recalculate failed: No space left on device.";

  private final List<RunDueNightCommand> commands = new ArrayList<>();
  private final HandClock clock = new HandClock("2010-11-15T23:00:00Z");
  private DueNight answer = new DueNight.Complete(night("2010-11-16"));

  private NightRounds rounds = rounds(3);

  @Test
  void runsTheLatestMissedNightAtStartAndTheNextAtItsTime() {
    rounds.look();
    assertThat(commands).containsExactly(command("2010-11-15", true));

    clock.set("2010-11-16T00:59:59Z");
    rounds.look();
    assertThat(commands).last().isEqualTo(command("2010-11-15", true));

    clock.set("2010-11-16T01:00:00Z");
    rounds.look();
    assertThat(commands).last().isEqualTo(command("2010-11-16", false));
  }

  @Test
  void startsOneNightWhereClocksChange() {
    for (String day : List.of("2010-03-27", "2010-10-30")) {
      clock.set(day + "T12:00:00Z");
      commands.clear();
      rounds = rounds(3);
      answer = new DueNight.NothingMissed();
      for (int minutes = 0; minutes < 24 * 60; minutes++) {
        clock.advance(Duration.ofMinutes(1));
        rounds.look();
      }
      assertThat(commands)
          .extracting(RunDueNightCommand::businessDate)
          .containsExactly(LocalDate.parse(day), LocalDate.parse(day).plusDays(1));
    }
  }

  @Test
  void looksAfterANightAtTheIntervalUntilTheNext() {
    clock.set("2010-11-16T01:00:00Z");
    answer = new DueNight.Running();
    rounds.look();
    rounds.look();
    assertThat(commands).hasSize(1);

    clock.advance(RETRY.minusSeconds(1));
    rounds.look();
    assertThat(commands).hasSize(1);

    clock.advance(Duration.ofSeconds(1));
    rounds.look();
    assertThat(commands).hasSize(2);

    clock.set("2010-11-17T01:00:00Z");
    rounds.look();
    assertThat(commands).last().isEqualTo(command("2010-11-17", false));
  }

  @Test
  void leavesAFailureAloneThatCameOftenEnough() {
    clock.set("2010-11-16T01:00:00Z");
    List<String> lasting = new ArrayList<>();
    answer = new DueNight.Started(night("2010-11-16"), null);
    for (int round = 0; round < 5; round++) {
      rounds.look();
      lasting.add(String.valueOf(commands.get(commands.size() - 1).lasting()));
      answer = new DueNight.Started(night("2010-11-16"), FULL);
      clock.advance(RETRY);
    }
    // Begun, failed once and again: the third failure is the last.
    assertThat(lasting).startsWith("null", "null", "null").element(3).isEqualTo(FULL);

    clock.set("2010-11-17T01:00:00Z");
    rounds.look();
    assertThat(commands).last().isEqualTo(command("2010-11-17", false));
  }

  @Test
  void anotherFailureIsTriedAfresh() {
    clock.set("2010-11-16T01:00:00Z");
    for (String failure : List.of(FULL, FULL, "Another.", FULL)) {
      answer = new DueNight.Started(night("2010-11-16"), failure);
      rounds.look();
      clock.advance(RETRY);
    }
    rounds.look();

    assertThat(commands).last().isEqualTo(command("2010-11-16", false));
  }

  @Test
  void goesOnWhereTheDatabaseIsAway() {
    assertThat(
            countTries(
                () -> {
                  throw new IllegalStateException("The database is away");
                }))
        .isEqualTo(2);
  }

  @Test
  void goesOnAfterAnErrorOfTheMachine() {
    assertThat(
            countTries(
                () -> {
                  throw new OutOfMemoryError("Java heap space");
                }))
        .isEqualTo(2);
  }

  /** How often a night is tried in two looks. */
  private int countTries(Runnable failing) {
    List<Instant> tried = new ArrayList<>();
    NightRounds broken =
        new NightRounds(
            command -> {
              tried.add(clock.instant());
              failing.run();
              return new DueNight.NothingMissed();
            },
            new NightSchedule(LocalTime.of(2, 0), ROME),
            RETRY,
            3,
            SCHEDULE,
            clock);
    broken.look();
    clock.advance(RETRY);
    broken.look();
    return tried.size();
  }

  @Test
  void looksAtNothingThatWasNotMissed() {
    answer = new DueNight.NothingMissed();
    rounds.look();
    clock.advance(RETRY);
    rounds.look();

    assertThat(commands).hasSize(1);
  }

  @Test
  void refusesATimeOfZeroAndASingleAttempt() {
    assertThatThrownBy(() -> rounds(1)).hasMessageContaining("touchstone.night.attempts");
  }

  private NightRounds rounds(int attempts) {
    return new NightRounds(
        command -> {
          commands.add(command);
          return answer;
        },
        new NightSchedule(LocalTime.of(2, 0), ROME),
        RETRY,
        attempts,
        SCHEDULE,
        clock);
  }

  private static RunDueNightCommand command(String date, boolean missed) {
    return new RunDueNightCommand(LocalDate.parse(date), missed, null, SCHEDULE);
  }

  private static NightId night(String date) {
    return new NightId(LocalDate.parse(date), 1);
  }

  private static final class HandClock extends Clock {

    private Instant now;

    HandClock(String now) {
      this.now = Instant.parse(now);
    }

    void set(String moment) {
      now = Instant.parse(moment);
    }

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
