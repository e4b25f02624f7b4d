package dev.touchstone.configuration;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread for tasks that nobody waits for, one after another; what fails goes to the log. */
final class BackgroundThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundThread.class);

  private final ExecutorService executor;

  BackgroundThread(String name) {
    executor = Executors.newSingleThreadExecutor(task -> new Thread(task, name));
  }

  void execute(Runnable task) {
    executor.execute(
        () -> {
          try {
            task.run();
          } catch (RuntimeException | Error e) {
            LOG.error("A task in the background failed", e);
          }
        });
  }

  /** Breaks off what is under way. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
