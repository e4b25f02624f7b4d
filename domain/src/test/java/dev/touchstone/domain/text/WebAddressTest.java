package dev.touchstone.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.it",
        "HTTP://example.it:8080/a/../b?b=c#d",
        "https://città.example/così",
        "http://127.0.0.1/"
      })
  void isOneOfTheWeb(String text) {
    assertThat(WebAddress.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.it",
        "https://",
        "https:///a",
        "ftp://example.it",
        "javascript:alert(1)",
        "https://user@example.it",
        "https://example.it/a b",
        "https://example.it/\"x",
        "https://example.it\nhttps://example.it"
      })
  void isNoOtherText(String text) {
    assertThat(WebAddress.isValid(text)).isFalse();
  }
}
