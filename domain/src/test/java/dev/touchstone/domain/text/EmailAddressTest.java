package dev.touchstone.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"a@b.it", " anna.rossi+crm@mail.rossi-spa.example ", "o'neill@x.ie"})
  void takesWhatMailCanBeSentTo(String address) {
    assertThat(new EmailAddress(address).value()).isEqualTo(address.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anna",
        "anna@localhost",
        "anna@@rossi.it",
        "anna@rossi.it, tutti@rossi.it",
        "anna@rossi.it\r\nBcc: tutti@rossi.it",
        "Anna <anna@rossi.it>",
        "\"a b\"@rossi.it",
        "anna@-rossi.it",
        "anna@[192.0.2.1]",
        "ànna@rossi.it",
        "a..b@rossi.it"
      })
  void refusesAnythingElse(String address) {
    assertThatThrownBy(() -> new EmailAddress(address))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsTooLongForMail() {
    assertThatThrownBy(() -> new EmailAddress("a".repeat(65) + "@rossi.it"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EmailAddress("a@" + "b.".repeat(126) + "it"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "anna@rossi.it, anna+crm@rossi.it, true",
    "Anna+x@rossi.it, anna+y+z@ROSSI.it, true",
    "anna@rossi.it, anna@rossi+crm.it, false",
    "+anna@rossi.it, +crm@rossi.it, false",
    "anna+crm@rossi.it, anna+crm@bianchi.it, false",
  })
  void leavesATagAside(String one, String other, boolean same) {
    assertThat(new EmailAddress(one).isSameMailbox(other)).isEqualTo(same);
  }

  @Test
  void knowsAMailboxInAnyCase() {
    assertThat(new EmailAddress("Anna@Rossi.it").isSameMailbox(" anna@ROSSI.it ")).isTrue();
    assertThat(new EmailAddress("Anna@Rossi.it").isSameMailbox("anne@rossi.it")).isFalse();
  }
}
