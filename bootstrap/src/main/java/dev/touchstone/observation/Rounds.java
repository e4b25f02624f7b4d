package dev.touchstone.observation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at something again and again on a thread of its own, while the server runs. */
final class Rounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private static final int SECONDS_AT_SHUTDOWN = 5;

  private final String name;
  private final Duration pause;
  private final Runnable round;
  private final ScheduledExecutorService executor;
  private volatile boolean running;
  private @Nullable ScheduledFuture<?> rounds;
  private boolean failing;

  /**
   * Rounds that begin with the server.
   *
   * @param name of the thread
   * @param pause between the end of a round and the beginning of the next
   * @param round what is done; where it fails, the next round is another attempt
   */
  Rounds(String name, Duration pause, Runnable round) {
    if (pause.toMillis() <= 0) {
      throw new IllegalArgumentException(
          name + " cannot run every " + pause + "; set a time above zero");
    }
    this.name = name;
    this.pause = pause;
    this.round = round;
    this.executor = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
  }

  @Override
  public void start() {
    running = true;
    rounds =
        executor.scheduleWithFixedDelay(this::attempt, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Only the first failure of a row is news. */
  private void attempt() {
    try {
      round.run();
      if (failing) {
        LOG.info("{}: works again", name);
      }
      failing = false;
    } catch (RuntimeException | Error e) {
      // A timer that throws never runs again.
      if (!failing && running) {
        LOG.error("{}: fails, and is tried again every {}", name, pause, e);
      }
      failing = true;
    }
  }

  @Override
  public void stop() {
    running = false;
    if (rounds != null) {
      rounds.cancel(true);
    }
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(SECONDS_AT_SHUTDOWN, TimeUnit.SECONDS)) {
        LOG.warn("{}: did not end within {} seconds", name, SECONDS_AT_SHUTDOWN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
