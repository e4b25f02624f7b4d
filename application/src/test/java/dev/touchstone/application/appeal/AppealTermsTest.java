package dev.touchstone.application.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class AppealTermsTest {

  /** The 16th already in Rome. */
  private static final Instant COMPLETED = Instant.parse("2010-11-15T23:30:00Z");

  private final AppealTerms terms = new AppealTerms(Period.ofDays(90));

  @Test
  void countsDaysInRomeFromTheDayOnWhichTheNightWasComplete() {
    assertThat(terms.lastDay(COMPLETED)).isEqualTo(LocalDate.of(2011, 2, 14));
    assertThat(terms.allows(COMPLETED, Instant.parse("2011-02-14T22:59:59Z"))).isTrue();
    assertThat(terms.allows(COMPLETED, Instant.parse("2011-02-14T23:00:00Z"))).isFalse();
  }

  @Test
  void refusesATimeBeforeTheDecision() {
    assertThatThrownBy(() -> new AppealTerms(Period.ofDays(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
