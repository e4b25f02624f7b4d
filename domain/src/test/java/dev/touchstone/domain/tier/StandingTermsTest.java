package dev.touchstone.domain.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTermsTest {

  @ParameterizedTest
  @CsvSource({
    "5, 5, 100, false",
    "5, 6, 100, true",
    "5, 1, 20, false",
    "5, 1, 19, true",
    "0, 0, 100, false",
    "0, 1, 1000000000, true",
    "100, 100, 100, false",
    "5, 0, 0, false",
    "33.3, 1, 3, true",
    "33.34, 1, 3, false",
    // As binary floating point, 0.1 is a little more than a tenth, and 29 of 1000 a little less.
    "0.1, 1, 1000, false",
    "2.9, 29, 1000, false",
    "2.9, 30, 1000, true",
    "7.000000000000000000001, 7, 100, false",
    "6.999999999999999999999, 7, 100, true",
    "1e-30, 1, 9223372036854775807, true"
  })
  void stopsAboveTheExactPercentage(String percent, long demotions, long held, boolean stops) {
    assertThat(stoppingAbove(percent).stopsAt(demotions, held)).isEqualTo(stops);
  }

  @Test
  void stopsJustWhereWholeNumbersSay() {
    long seed = 20101030;
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      int hundredths = random.nextInt(10_001);
      long held = random.nextInt(1_000);
      long demotions = held == 0 ? 0 : random.nextLong(held + 1);
      boolean more =
          BigInteger.valueOf(demotions * 10_000).compareTo(BigInteger.valueOf(hundredths * held))
              > 0;
      assertThat(
              new StandingTerms(30, null, BigDecimal.valueOf(hundredths, 2))
                  .stopsAt(demotions, held))
          .as("seed %s: %s of %s above %s hundredths", seed, demotions, held, hundredths)
          .isEqualTo(more);
    }
  }

  @ParameterizedTest
  @CsvSource({"-0.01", "100.01"})
  void refusesWhatIsNoPercentage(String percent) {
    assertThatThrownBy(() -> stoppingAbove(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stopAbove must be from 0 to 100");
  }

  private static StandingTerms stoppingAbove(String percent) {
    return new StandingTerms(30, null, new BigDecimal(percent));
  }
}
