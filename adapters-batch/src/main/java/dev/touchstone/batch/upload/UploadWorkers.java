package dev.touchstone.batch.upload;

import dev.touchstone.application.upload.port.out.UploadQueue;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs uploads in order. The queue holds numbers only, and not many: how many uploads wait is
 * bounded where they are admitted. What it holds when the process ends is in the record, too.
 */
public final class UploadWorkers implements UploadQueue, AutoCloseable {

  /**
   * One after another: of two workbooks of a vendor the later one is the correction, and its word
   * has to be the last.
   */
  private static final int WORKERS = 1;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(UploadWorkers.class);

  private final UploadRunner runner;
  private final ThreadPoolExecutor executor;

  /** Takes who runs a single one. */
  public UploadWorkers(UploadRunner runner) {
    this.runner = runner;
    AtomicInteger number = new AtomicInteger();
    this.executor =
        new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "upload-" + number.incrementAndGet()),
            // Once closed, uploads stay in the record for the next process.
            new ThreadPoolExecutor.DiscardPolicy());
    executor.allowCoreThreadTimeOut(true);
  }

  @Override
  public void put(long upload) {
    executor.execute(() -> run(upload));
  }

  private void run(long upload) {
    try {
      runner.run(upload, executor::isShutdown);
    } catch (RuntimeException e) {
      // It stays RUNNING: what cannot even be recorded as failed is gone on with at the next start.
      LOG.error("Upload {} was broken off", upload, e);
    }
  }

  /** Starts no more uploads and gives those that run some time to end; never interrupts them. */
  @Override
  public void close() {
    executor.shutdown();
    executor.getQueue().clear();
    try {
      if (!executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("Uploads are broken off; the next start goes on with them");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
