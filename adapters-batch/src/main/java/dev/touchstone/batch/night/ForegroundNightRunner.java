package dev.touchstone.batch.night;

import dev.touchstone.batch.night.NightLauncher.NightRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a night in the caller's thread. When the application ends meanwhile, because the process was
 * told to, the night is stopped and its caller has the time to tell of it.
 */
public final class ForegroundNightRunner implements SmartLifecycle {

  private final NightLauncher launcher;
  private volatile @Nullable RunningNight night;
  private volatile boolean running;

  /**
   * Tells how a night ended.
   *
   * @param <T> what the caller wants to know of it
   * @param <X> what telling it may fail with
   */
  @FunctionalInterface
  public interface Report<T, X extends Exception> {
    /** Tells it. */
    T tell(NightRun run) throws X;
  }

  /** Launches nights by the launcher. */
  public ForegroundNightRunner(NightLauncher launcher) {
    this.launcher = launcher;
  }

  /**
   * Runs the night to its end.
   *
   * @param report tells how it ended, before the application does
   * @return what the report returned
   */
  public <T, X extends Exception> T run(NightRequest request, Report<T, X> report) throws X {
    RunningNight underWay = new RunningNight(launcher);
    night = underWay;
    try {
      return report.tell(launcher.run(request));
    } finally {
      night = null;
      underWay.hasEnded();
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    RunningNight underWay = night;
    if (underWay != null) {
      try {
        underWay.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
