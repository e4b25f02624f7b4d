package dev.touchstone.observation;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightDetail;
import dev.touchstone.application.night.port.in.DescribeNightUseCase;
import dev.touchstone.application.night.port.in.ListNightsUseCase;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.application.standing.EarnedTierCount;
import dev.touchstone.application.standing.port.out.EarnedTiers;
import dev.touchstone.domain.time.NightId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the record of nights, in one thread. What a complete night did is dear to count and never
 * changes: it is counted once.
 */
final class NightReader {

  private final ListNightsUseCase listNights;
  private final DescribeNightUseCase describeNight;
  private final Nights nights;
  private final EarnedTiers earnedTiers;
  private final NightLock lock;
  private final Clock clock;

  private @Nullable NightDetail counted;
  private List<EarnedTierCount> earned = List.of();

  NightReader(
      ListNightsUseCase listNights,
      DescribeNightUseCase describeNight,
      Nights nights,
      EarnedTiers earnedTiers,
      NightLock lock,
      Clock clock) {
    this.listNights = listNights;
    this.describeNight = describeNight;
    this.nights = nights;
    this.earnedTiers = earnedTiers;
    this.lock = lock;
    this.clock = clock;
  }

  NightReading read() {
    Optional<NightId> complete = nights.findLatestComplete().map(Night::id);
    if (complete.isPresent() && !complete.equals(findCounted())) {
      NightDetail detail = describeNight.describeNight(complete.get()).orElseThrow();
      earned = earnedTiers.count(complete.get());
      counted = detail;
    }
    return new NightReading(
        listNights.listNights(null, 1).stream().findFirst().orElse(null),
        counted,
        earned,
        lock.isHeld(),
        clock.instant());
  }

  private Optional<NightId> findCounted() {
    return Optional.ofNullable(counted).map(detail -> detail.overview().night().id());
  }
}
