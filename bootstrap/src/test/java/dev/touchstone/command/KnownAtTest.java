package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class KnownAtTest {

  @ParameterizedTest
  @CsvSource({
    "2010-11-15, 2010-11-15T23:00:00Z",
    "2010-07-15, 2010-07-15T22:00:00Z",
    "2010-11-15T18:30, 2010-11-15T17:30:00Z",
    "2010-11-15T18:30:15.5Z, 2010-11-15T18:30:15.500Z",
    "2010-11-15T18:30:00+01:00, 2010-11-15T17:30:00Z",
    "2010-11-15T18:30-05:00, 2010-11-15T23:30:00Z"
  })
  void readsDaysTimesAndOffsets(String text, String moment) {
    assertThat(new KnownAt().convert(text)).hasToString(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "15/11/2010", "2010-11-15 18:30", "2010-11-15T25:00", "now"})
  void refusesWhatIsNoMoment(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> new KnownAt().convert(text))
        .withMessageContaining("is no moment");
  }
}
