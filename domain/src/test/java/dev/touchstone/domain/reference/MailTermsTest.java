package dev.touchstone.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailTermsTest {

  private static final Instant FAILED_AT = Instant.parse("2010-11-15T10:00:00Z");
  private static final MailTerms TERMS =
      new MailTerms(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofMinutes(40), 5);

  @Test
  void waitsLongerAfterEachFailureUpToTheLongestWait() {
    assertThat(TERMS.findNext(1, FAILED_AT)).contains(FAILED_AT.plus(Duration.ofMinutes(5)));
    assertThat(TERMS.findNext(2, FAILED_AT)).contains(FAILED_AT.plus(Duration.ofMinutes(15)));
    assertThat(TERMS.findNext(3, FAILED_AT)).contains(FAILED_AT.plus(Duration.ofMinutes(40)));
    assertThat(TERMS.findNext(4, FAILED_AT)).contains(FAILED_AT.plus(Duration.ofMinutes(40)));
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    assertThat(TERMS.findNext(5, FAILED_AT)).isEmpty();
    assertThat(TERMS.findNext(6, FAILED_AT)).isEmpty();
  }

  @Test
  void refusesNumbersThatAreNotAboveZero() {
    Duration hour = Duration.ofHours(1);
    assertThatThrownBy(() -> new MailTerms(Duration.ZERO, hour, hour, 1))
        .hasMessageContaining("sending takes");
    assertThatThrownBy(() -> new MailTerms(hour, hour.negated(), hour, 1))
        .hasMessageContaining("first wait");
    assertThatThrownBy(() -> new MailTerms(hour, hour, Duration.ZERO, 1))
        .hasMessageContaining("longest wait");
    assertThatThrownBy(() -> new MailTerms(hour, hour, hour, 0)).hasMessageContaining("attempts");
  }
}
