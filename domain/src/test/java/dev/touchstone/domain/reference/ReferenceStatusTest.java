package dev.touchstone.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceStatusTest {

  @ParameterizedTest
  @CsvSource({
    ", , , false, REQUESTED",
    ", , , true, EXPIRED",
    "2010-11-01, , , true, SIGNED",
    ", 2010-11-01, , true, DECLINED",
    "2010-11-02, 2010-11-01, , true, SIGNED",
    "2010-11-02, , 2010-11-03, true, WITHDRAWN",
  })
  void saysWhatTheDatesSay(
      LocalDate signed,
      LocalDate declined,
      LocalDate withdrawn,
      boolean expired,
      ReferenceStatus status) {
    assertThat(ReferenceStatus.of(signed, declined, withdrawn, expired)).isEqualTo(status);
  }
}
