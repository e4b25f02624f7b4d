package dev.touchstone.batch.upload;

import dev.touchstone.application.upload.port.in.ExpireUploadsUseCase;
import dev.touchstone.application.upload.port.in.ExpireUploadsUseCase.ExpireUploadsResult;
import dev.touchstone.application.upload.port.in.ExpireUploadsUseCase.Failure;
import dev.touchstone.application.upload.port.in.ResumeUploadsUseCase;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Goes on with uploads when the server starts, before its port is open, and then every now and
 * then: one that could not be ended because the database was away has its turn again, and the files
 * of those whose time is over are given up.
 */
public final class UploadResumption implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(UploadResumption.class);

  private final ResumeUploadsUseCase resumeUploads;
  private final ExpireUploadsUseCase expireUploads;
  private final Duration interval;
  private volatile @Nullable ScheduledExecutorService timer;
  private volatile @Nullable ScheduledFuture<?> rounds;

  /**
   * Takes what goes on, and what is to be done beside.
   *
   * @param interval how long to wait between two times; longer than zero
   */
  public UploadResumption(
      ResumeUploadsUseCase resumeUploads, ExpireUploadsUseCase expireUploads, Duration interval) {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "touchstone.upload.resume-every is " + interval + "; set it to a time above zero");
    }
    this.resumeUploads = resumeUploads;
    this.expireUploads = expireUploads;
    this.interval = interval;
  }

  @Override
  public void start() {
    resumeUploads.resume();
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "upload-resumption"));
    rounds =
        thread.scheduleWithFixedDelay(
            this::goOn, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    timer = thread;
  }

  private void goOn() {
    attempt(resumeUploads::resume);
    attempt(this::expire);
  }

  private void expire() {
    ExpireUploadsResult result = expireUploads.expire();
    for (long upload : result.orphans()) {
      LOG.warn("The files of upload {} are removed: its record never came to last", upload);
    }
    for (Failure failure : result.failures()) {
      LOG.error(
          "The files of upload {} cannot be given up; the next attempt is in {}",
          failure.upload(),
          interval,
          failure.cause());
    }
  }

  private void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      // A timer that throws never runs again.
      LOG.error("Uploads cannot be gone on with; the next attempt is in {}", interval, e);
    }
  }

  /** Starts no more; what is under way ends by itself. */
  @Override
  public void stop() {
    ScheduledFuture<?> scheduled = rounds;
    ScheduledExecutorService thread = timer;
    if (scheduled != null && thread != null) {
      scheduled.cancel(false);
      thread.shutdown();
    }
    timer = null;
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }

  /** Web servers open their ports in far later phases. */
  @Override
  public int getPhase() {
    return 0;
  }
}
