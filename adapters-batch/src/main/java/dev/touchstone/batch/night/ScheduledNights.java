package dev.touchstone.batch.night;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.night.NightSchedule;
import dev.touchstone.application.night.port.in.RunDueNightUseCase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs nights at their time while the server runs. The clock is looked at every second rather than
 * waited for: a machine that slept, or whose clock was set, still runs its night.
 */
public final class ScheduledNights implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledNights.class);

  private final boolean enabled;
  private final NightFolders folders;
  private final NightSchedule schedule;
  private final NightRounds rounds;
  private @Nullable ScheduledExecutorService timer;
  private @Nullable ScheduledFuture<?> looks;

  /**
   * @param enabled whether nights are to be run by themselves
   * @param folders where the nights find their files and publish
   * @param retryEvery how long to wait until a night that is not complete is looked after again;
   *     longer than zero
   * @param attempts how often a night may fail alike before it is left alone; 2 or more
   * @param actor who runs the nights
   */
  public ScheduledNights(
      boolean enabled,
      NightFolders folders,
      NightSchedule schedule,
      RunDueNightUseCase runDueNight,
      Duration retryEvery,
      int attempts,
      Actor actor,
      Clock clock) {
    this.enabled = enabled;
    this.folders = folders;
    this.schedule = schedule;
    this.rounds = new NightRounds(runDueNight, schedule, retryEvery, attempts, actor, clock);
  }

  /** When nights run, or why they do not, in a sentence. */
  public String describe() {
    return findObstacle()
        .map(obstacle -> "No night runs by itself: " + obstacle)
        .orElse("The night runs every day at " + schedule.at() + " in " + schedule.zone() + ".");
  }

  private Optional<String> findObstacle() {
    return enabled
        ? folders.findGap()
        : Optional.of("the schedule is off (touchstone.night.scheduled).");
  }

  @Override
  public void start() {
    LOG.info("{}", describe());
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "night-schedule"));
    timer = thread;
    if (findObstacle().isEmpty()) {
      looks = thread.scheduleWithFixedDelay(rounds::look, 0, 1, TimeUnit.SECONDS);
    }
  }

  /** Starts no more; a night under way is the runner's to stop. */
  @Override
  public void stop() {
    if (looks != null) {
      looks.cancel(false);
    }
    if (timer != null) {
      timer.shutdown();
    }
    timer = null;
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }
}
