package dev.touchstone.configuration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class SignInConfigurationTest {

  private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void takesNoTokensOfAnotherIssuerThatCouldBeMeantForAnybody() {
    environment.setProperty(JWT + "issuer-uri", "https://issuer.example");

    assertThatThrownBy(() -> new SignInConfiguration(environment))
        .hasMessageContaining("audiences");

    environment.setProperty(JWT + "audiences", "touchstone");
    assertThatCode(() -> new SignInConfiguration(environment)).doesNotThrowAnyException();
  }

  @Test
  void needsNoAudienceForItsOwnTokens() {
    assertThatCode(() -> new SignInConfiguration(environment)).doesNotThrowAnyException();
  }
}
