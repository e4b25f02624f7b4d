package dev.touchstone.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternetDomainTest {

  @ParameterizedTest
  @CsvSource({
    "anna@officina.it, officina.it",
    "' Anna@OFFICINA.it ', officina.it",
    "anna@mail.officina.it, mail.officina.it",
    "anna@officina.it., officina.it",
    "anna@città.it, citta.it",
    "anna@xn--citt-3na.it, citta.it",
    "'\"a@b\"@officina.it', officina.it",
    "officina.it, ",
    "anna@, ",
    "anna@localhost, ",
  })
  void readsAnEmail(String email, String domain) {
    assertThat(InternetDomain.ofEmail(email).orElse(null)).isEqualTo(domain);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.officina.it/chi-siamo?x=1#y, officina.it",
    "HTTP://Officina.IT, officina.it",
    "www.officina.it, officina.it",
    "officina.it:8080/negozio, officina.it",
    "https://user:secret@officina.it/, officina.it",
    "shop.officina.it, shop.officina.it",
    "officina.it., officina.it",
    "https://example.it/mail@officina.it, example.it",
    "officina, ",
    "https://, ",
    "'', ",
  })
  void readsAWebsite(String website, String domain) {
    assertThat(InternetDomain.ofWebsite(website).orElse(null)).isEqualTo(domain);
  }
}
