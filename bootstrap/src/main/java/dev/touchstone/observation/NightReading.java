package dev.touchstone.observation;

import dev.touchstone.application.night.NightDetail;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.standing.EarnedTierCount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the record of nights said at a moment, whichever process ran them.
 *
 * @param newest the newest night; null where there was none yet
 * @param lastComplete the latest complete night; null where none is
 * @param earned the tiers earned after that night
 * @param lockHeld whether a process runs a night
 * @param readAt the moment
 */
record NightReading(
    @Nullable NightOverview newest,
    @Nullable NightDetail lastComplete,
    List<EarnedTierCount> earned,
    boolean lockHeld,
    Instant readAt) {

  NightReading {
    earned = List.copyOf(earned);
  }
}
