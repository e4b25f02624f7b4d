package dev.touchstone.batch.night;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A night that this process runs, and how it is stopped: its steps are asked to end where they
 * commit, and what has not by then is broken off. Either way it can go on later.
 */
final class RunningNight {

  private static final Logger LOG = LoggerFactory.getLogger(RunningNight.class);

  private static final long ASK_EVERY_MILLIS = 100;

  /** A service manager grants ten seconds in all, and the database is to be stopped, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration TO_BREAK_OFF = Duration.ofSeconds(2);

  private final NightLauncher launcher;
  private final CountDownLatch ended = new CountDownLatch(1);

  RunningNight(NightLauncher launcher) {
    this.launcher = launcher;
  }

  void hasEnded() {
    ended.countDown();
  }

  /** Stops it, and waits until it has ended. */
  void stop() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      launcher.stop();
      if (ended.await(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    LOG.warn("The night did not stop within {}, and is broken off", PATIENCE);
    launcher.breakOff();
    if (!ended.await(TO_BREAK_OFF.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("The night goes on with what is no work of the database, and is left behind");
    }
  }
}
