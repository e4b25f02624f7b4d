package dev.touchstone.web.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.standing.DecidedNight;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.web.api.InvalidRequestException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AsOfTest {

  private static final Instant NOON = Instant.parse("2010-11-15T12:00:00Z");

  @Test
  void asksForAMomentUpToTheLaterOfBothClocks() {
    assertThat(knownAt(NOON, NOON, NOON.minusSeconds(5))).isEqualTo(NOON);
    assertThat(knownAt(NOON, NOON.minusSeconds(5), NOON)).isEqualTo(NOON);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> knownAt(NOON.plusNanos(1), NOON, NOON));
  }

  private static Instant knownAt(Instant asked, Instant here, Instant ofEvidence) {
    return AsOf.query(
            Role.PARTNER,
            "P-1",
            null,
            asked,
            Clock.fixed(here, ZoneOffset.UTC),
            new NightsAt(ofEvidence))
        .knownAt();
  }

  /** No nights, and a clock. */
  private record NightsAt(Instant readEvidenceClock) implements DecidedNights {
    @Override
    public Optional<DecidedNight> findLatest() {
      return Optional.empty();
    }

    @Override
    public Optional<DecidedNight> findLatestOn(LocalDate businessDate) {
      return Optional.empty();
    }
  }
}
