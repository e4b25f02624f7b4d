package dev.touchstone.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

  @ParameterizedTest
  @CsvSource({
    "1, 5, 5, 9, false",
    "1, 5, 4, 9, true",
    "1, 9, 4, 5, true",
    "1, 0, 9, 0, true",
    "1, 5, 9, 0, false",
    "4, 4, 1, 9, false",
    "1, 9, 4, 4, false",
    "4, 4, 4, 4, false",
  })
  void overlapsWhereADayIsInBoth(int from, int until, int otherFrom, int otherUntil, boolean is) {
    Validity one = of(from, until);
    Validity other = of(otherFrom, otherUntil);

    assertThat(one.overlaps(other)).isEqualTo(is);
    assertThat(other.overlaps(one)).isEqualTo(is);
  }

  private static Validity of(int from, int until) {
    return new Validity(
        LocalDate.of(2010, 1, from), until == 0 ? null : LocalDate.of(2010, 1, until));
  }
}
