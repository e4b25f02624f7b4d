package dev.touchstone.application.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NightScheduleTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final NightSchedule schedule = new NightSchedule(LocalTime.of(2, 0), ROME);

  @Test
  void theNightOfADayIsDueFromItsTimeOnThatDay() {
    assertThat(due("2010-11-16T00:59:59Z")).isEqualTo("2010-11-15");
    assertThat(due("2010-11-16T01:00:00Z")).isEqualTo("2010-11-16");
    assertThat(due("2010-11-16T22:59:59Z")).isEqualTo("2010-11-16");
    assertThat(due("2010-11-16T23:30:00Z")).as("the 17th, before two").isEqualTo("2010-11-16");
  }

  @Test
  void runsAtThreeWhereTwoIsSkipped() {
    assertThat(schedule.momentOf(LocalDate.of(2010, 3, 28))).isEqualTo("2010-03-28T01:00:00Z");
    assertThat(due("2010-03-28T00:59:59Z")).isEqualTo("2010-03-27");
    assertThat(due("2010-03-28T01:00:00Z")).isEqualTo("2010-03-28");
  }

  @Test
  void runsTheFirstTimeWhereTwoComesTwice() {
    assertThat(schedule.momentOf(LocalDate.of(2010, 10, 31))).isEqualTo("2010-10-31T00:00:00Z");
    assertThat(due("2010-10-30T23:59:59Z")).isEqualTo("2010-10-30");
    assertThat(due("2010-10-31T00:00:00Z")).isEqualTo("2010-10-31");
    assertThat(due("2010-10-31T01:00:00Z")).as("two o'clock again").isEqualTo("2010-10-31");
  }

  /** Whatever the time of the day: no date is left out, and none comes back. */
  @ParameterizedTest
  @ValueSource(strings = {"00:00", "01:59", "02:00", "02:30", "03:00", "23:45"})
  void everyDateOfAYearIsDueInOrder(String at) {
    NightSchedule any = new NightSchedule(LocalTime.parse(at), ROME);
    Instant end = Instant.parse("2011-01-01T12:00:00Z");
    LocalDate last = any.findDue(Instant.parse("2010-01-01T12:00:00Z"));
    for (Instant now = Instant.parse("2010-01-01T12:00:00Z");
        now.isBefore(end);
        now = now.plusSeconds(15 * 60)) {
      LocalDate due = any.findDue(now);
      if (!due.equals(last)) {
        assertThat(due).as("at %s", now).isEqualTo(last.plusDays(1));
        last = due;
      }
    }
    assertThat(last).isEqualTo(any.findDue(end));
  }

  private String due(String now) {
    return schedule.findDue(Instant.parse(now)).toString();
  }
}
