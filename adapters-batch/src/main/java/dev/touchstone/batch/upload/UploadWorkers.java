package dev.touchstone.batch.upload;

import dev.touchstone.application.upload.port.out.UploadQueue;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs uploads, the oldest of those that wait first. The queue holds numbers only, each once, and
 * not many: how many uploads wait is bounded where they are admitted. What it holds when the
 * process ends is in the record, too.
 */
public final class UploadWorkers implements UploadQueue, AutoCloseable {

  /**
   * One after another: of two workbooks of a vendor the later one is the correction, and its word
   * has to be the last.
   */
  private static final int WORKERS = 1;

  /** The queue grows beyond it. */
  private static final int QUEUED_AT_FIRST = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(UploadWorkers.class);

  private final UploadRunner runner;
  private final ThreadPoolExecutor executor;

  /** Those that wait or run here. */
  private final Set<Long> present = ConcurrentHashMap.newKeySet();

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
            new PriorityBlockingQueue<>(
                QUEUED_AT_FIRST, Comparator.comparingLong(UploadWorkers::uploadOf)),
            task -> new Thread(task, "upload-" + number.incrementAndGet()),
            // Once closed, uploads stay in the record for the next process.
            new ThreadPoolExecutor.DiscardPolicy());
    executor.allowCoreThreadTimeOut(true);
  }

  @Override
  public void put(long upload) {
    if (present.add(upload)) {
      executor.execute(new Turn(upload));
    }
  }

  /** An upload's turn. */
  private final class Turn implements Runnable {

    private final long upload;

    Turn(long upload) {
      this.upload = upload;
    }

    @Override
    public void run() {
      UploadWorkers.this.run(upload);
    }
  }

  private static long uploadOf(Runnable turn) {
    return ((Turn) turn).upload;
  }

  private void run(long upload) {
    try {
      runner.run(upload, executor::isShutdown);
    } catch (RuntimeException | Error e) {
      // It stays open: what cannot even be recorded as failed is put in again in a while.
      LOG.error("Upload {} could not be ended", upload, e);
    } finally {
      present.remove(upload);
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
