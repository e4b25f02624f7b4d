package dev.touchstone.observation;

import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.NightState;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the newest night needs a person: it failed, was left unfinished or waits to be confirmed.
 * The server itself is ready all the same.
 */
final class NightHealth implements HealthIndicator {

  private volatile @Nullable NightOverview newest;

  /** Takes a reading in place of the one before. */
  void show(NightReading latest) {
    newest = latest.newest();
  }

  @Override
  public Health health() {
    NightOverview night = newest;
    boolean fine =
        night == null
            || night.state() == NightState.COMPLETE
            || night.state() == NightState.RUNNING;
    return (fine ? Health.up() : Health.down()).build();
  }
}
