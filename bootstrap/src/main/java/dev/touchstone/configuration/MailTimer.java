package dev.touchstone.configuration;

import dev.touchstone.application.reference.port.in.ResendDueMailUseCase;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has due mails tried again at an interval, while the server runs. */
final class MailTimer implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MailTimer.class);

  private static final int SECONDS_AT_SHUTDOWN = 20;

  private final ResendDueMailUseCase resendDue;
  private final Duration interval;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "mail-timer"));

  private volatile boolean running;
  private @Nullable ScheduledFuture<?> rounds;

  MailTimer(ResendDueMailUseCase resendDue, Duration interval) {
    this.resendDue = resendDue;
    this.interval = interval;
  }

  @Override
  public void start() {
    running = true;
    rounds =
        executor.scheduleWithFixedDelay(
            this::resendAllDue, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void resendAllDue() {
    try {
      boolean more = true;
      while (running && more) {
        more = resendDue.resendNext();
      }
    } catch (RuntimeException | Error e) {
      // A timer that throws never runs again.
      LOG.error("The mails that are due could not be looked through", e);
    }
  }

  /** Lets the mail under way be sent; the others wait for the next start. */
  @Override
  public void stop() {
    running = false;
    if (rounds != null) {
      rounds.cancel(false);
    }
    executor.shutdown();
    try {
      if (!executor.awaitTermination(SECONDS_AT_SHUTDOWN, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
