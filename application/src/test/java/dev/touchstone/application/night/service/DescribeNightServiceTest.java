package dev.touchstone.application.night.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.integrity.IntegrityFinding;
import dev.touchstone.application.integrity.port.out.IntegrityFindings;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightDetail;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.NightState;
import dev.touchstone.domain.fixture.Policies;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.time.NightId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DescribeNightServiceTest {

  private static final NightId NIGHT = new NightId(LocalDate.of(2010, 11, 15), 1);

  /** In memory moves cannot be counted: who asks for them fails. */
  private final NightsInMemory nights = new NightsInMemory();

  @ParameterizedTest
  @EnumSource(
      value = NightState.class,
      names = {"RUNNING", "FAILED", "UNFINISHED"})
  void countsNoMovesBeforeAllPartnersAreDecided(NightState state) {
    NightDetail detail = service(state).describeNight(NIGHT).orElseThrow();

    assertThat(detail.overview().state()).isEqualTo(state);
    assertThat(detail.decided()).isNull();
    assertThat(detail.figures().moves()).isEmpty();
    assertThat(detail.findings()).isEqualTo(3);
    assertThat(detail.steps()).containsExactly(Map.entry("recalculate", Duration.ofSeconds(2)));
  }

  private DescribeNightService service(NightState state) {
    Night night = new Night(NIGHT, Policies.y2010().version(), null, null, null);
    return new DescribeNightService(
        id -> Optional.of(new NightOverview(night, Instant.EPOCH, state, null, null)),
        nights,
        new OnePolicy(),
        new ThreeFindings(),
        id -> Map.of("recalculate", Duration.ofSeconds(2)));
  }

  private static final class OnePolicy implements TierPolicies {

    @Override
    public Optional<TierPolicy> findInForceOn(LocalDate date) {
      return Optional.of(Policies.y2010());
    }

    @Override
    public List<TierPolicy> listVersions() {
      return List.of(Policies.y2010());
    }
  }

  private static final class ThreeFindings implements IntegrityFindings {

    @Override
    public long count(NightId night) {
      return 3;
    }

    @Override
    public void record(NightId night, List<IntegrityFinding> findings) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<PlacedFinding> list(NightId night, FindingFilter filter, int after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forEach(NightId night, Consumer<IntegrityFinding> consumer) {
      throw new UnsupportedOperationException();
    }
  }
}
