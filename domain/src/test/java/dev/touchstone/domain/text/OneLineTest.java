package dev.touchstone.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

  @Test
  void trimsALine() {
    assertThat(OneLine.of("The name", "\u00a0Łódź & Città 😀 ", 16)).isEqualTo("Łódź & Città 😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b", "a\ud800b", "a\tb"})
  void refusesWhatBreaksALine(String text) {
    assertThatThrownBy(() -> OneLine.of("The name", text, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The name contains a line break");
  }

  @Test
  void refusesNothingAndTooMuch() {
    assertThatThrownBy(() -> OneLine.of("The name", " ", 10)).hasMessage("The name is missing.");
    assertThatThrownBy(() -> OneLine.of("The name", "😀😀😀", 2))
        .hasMessage("The name is longer than 2 characters; shorten it.");
  }
}
