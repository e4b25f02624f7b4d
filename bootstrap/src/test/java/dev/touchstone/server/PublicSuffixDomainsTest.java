package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.web.reference.PublicSuffixDomains;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSuffixDomainsTest {

  private final PublicSuffixDomains domains = new PublicSuffixDomains();

  @ParameterizedTest
  @CsvSource({
    "acme.it, acme.it, false",
    "pec.acme.it, acme.it, false",
    "mail.acme.co.uk, acme.co.uk, false",
    "a.comune.roma.it, comune.roma.it, false",
    "acme.altervista.org, acme.altervista.org, false",
    "co.uk, co.uk, false",
    "crm.acme.example, acme.example, false",
    "müller.it, müller.it, false",
    "x..y, x..y, false",
    "cgn.legalmail.it, legalmail.it, true",
    "gmail.com, gmail.com, true",
  })
  void knowsWhatWasRegistered(String host, String registered, boolean provider) {
    assertThat(domains.getOwnDomain(host)).isEqualTo(registered);
    assertThat(domains.isProvider(registered)).isEqualTo(provider);
  }
}
