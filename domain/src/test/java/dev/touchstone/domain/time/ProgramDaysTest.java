package dev.touchstone.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgramDaysTest {

  @Test
  void takesTheDayInRome() {
    Clock clock = Clock.fixed(Instant.parse("2010-10-30T22:30:00Z"), ZoneOffset.UTC);

    assertThat(ProgramDays.today(clock)).isEqualTo(LocalDate.of(2010, 10, 31));
  }

  @Test
  void knowsWhatFilesCanWrite() {
    assertThat(ProgramDays.isWritable(LocalDate.of(1, 1, 1))).isTrue();
    assertThat(ProgramDays.isWritable(LocalDate.of(9999, 12, 31))).isTrue();
    assertThat(ProgramDays.isWritable(LocalDate.of(0, 12, 31))).isFalse();
    assertThat(ProgramDays.isWritable(LocalDate.MAX)).isFalse();
  }
}
