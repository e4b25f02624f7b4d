package dev.touchstone.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.it",
        "HTTP://example.it:8080/a?b=c#d",
        "https://città.example/così",
        "http://127.0.0.1/"
      })
  void knowsWebsites(String text) {
    assertThat(Addresses.isWebsite(text)).isTrue();
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
        "https://example..it",
        "https://example.it/a b",
        "https://example.it/\"x",
        "https://example.it\nhttps://example.it"
      })
  void refusesOtherTexts(String text) {
    assertThat(Addresses.isWebsite(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"info@example.it", "a.b+c@sub.example.it", "anna@città.example"})
  void knowsEmailAddresses(String text) {
    assertThat(Addresses.isEmail(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.it",
        "@example.it",
        "a@",
        "a@b@example.it",
        "Anna <anna@example.it>",
        "a@example.it,b@example.it",
        "a@example.it\r\nBcc: b@example.it",
        "a@example..it",
        "a@example.it."
      })
  void refusesWhatIsNoEmailAddress(String text) {
    assertThat(Addresses.isEmail(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {190, 250})
  void boundsTheLengthOfEmailAddresses(int length) {
    assertThat(Addresses.isEmail("anna@" + "a".repeat(length))).isEqualTo(length < 200);
  }
}
