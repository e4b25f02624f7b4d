package dev.touchstone.batch.night;

import dev.touchstone.application.night.NightLaunch;
import dev.touchstone.application.night.NightOrder;
import dev.touchstone.application.night.port.out.NightRunner;
import dev.touchstone.batch.directory.FeedException;
import dev.touchstone.batch.directory.FeedPublisher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.domain.time.NightId;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs nights in a thread of its own. Whether a night can be run is found out in the caller's
 * thread, which takes the night lock; the night's thread lets go of it.
 *
 * <p>When the application ends, the night under way is stopped where its steps commit, so that it
 * can go on later; of all that ends, this ends first.
 */
public final class BackgroundNightRunner implements NightRunner, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundNightRunner.class);

  /** Once the night has ended, or was left behind. */
  private static final int SECONDS_TO_STOP = 1;

  private final NightLauncher launcher;
  private final NightFolders folders;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "night"));
  private volatile boolean running;
  private volatile @Nullable RunningNight underWay;

  /** Launches nights by the launcher, in the folders. */
  public BackgroundNightRunner(NightLauncher launcher, NightFolders folders) {
    this.launcher = launcher;
    this.folders = folders;
  }

  @Override
  public NightLaunch launch(NightOrder order) {
    Optional<String> gap = folders.findGap();
    if (gap.isPresent()) {
      return new NightLaunch.Refused(gap.get());
    }
    Path feed = Objects.requireNonNull(folders.feed());
    try {
      FeedPublisher.checkWritable(feed);
    } catch (FeedException e) {
      return new NightLaunch.Refused(String.valueOf(e.getMessage()));
    }
    CompletableFuture<Optional<NightLauncher.Ready>> opening = new CompletableFuture<>();
    try {
      // A place is taken before the night is opened: none is begun and then turned away.
      executor.execute(() -> opening.join().ifPresent(this::run));
    } catch (RejectedExecutionException e) {
      return new NightLaunch.Refused("The server is stopping; start the night again later.");
    }
    boolean handedOver = false;
    try {
      NightLauncher.Start start =
          launcher.begin(
              new NightRequest(
                  order.businessDate(),
                  Objects.requireNonNull(folders.inbox()),
                  feed,
                  false,
                  order.again(),
                  order.confirm(),
                  order.full(),
                  order.actor()));
      if (start instanceof NightLauncher.Ready ready) {
        handOver(ready, opening);
        handedOver = true;
        return new NightLaunch.Launched(ready.id());
      }
      return notBegun(((NightLauncher.NotBegun) start).run());
    } finally {
      if (!handedOver) {
        opening.complete(Optional.empty());
      }
    }
  }

  /** Within a transaction of the caller the night is there for others only once that has ended. */
  private static void handOver(
      NightLauncher.Ready ready, CompletableFuture<Optional<NightLauncher.Ready>> opening) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      opening.complete(Optional.of(ready));
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
              opening.complete(Optional.of(ready));
            } else {
              ready.close();
              opening.complete(Optional.empty());
            }
          }
        });
  }

  private void run(NightLauncher.Ready ready) {
    RunningNight night = new RunningNight(launcher);
    underWay = night;
    try {
      NightRun run = executor.isShutdown() ? ready.leave() : ready.run();
      tell(ready.id(), run);
    } catch (RuntimeException | Error e) {
      LOG.error("The night of {} failed", ready.id(), e);
    } finally {
      underWay = null;
      night.hasEnded();
    }
  }

  /** Nobody waits for the end, so what went wrong is said where it is looked for. */
  private static void tell(NightId night, NightRun run) {
    if (run instanceof NightRun.Failed failed) {
      LOG.error("The night of {} failed in step {}: {}", night, failed.step(), failed.reason());
    } else if (run instanceof NightRun.Unconfirmed unconfirmed) {
      LOG.warn("The night of {} waits for a confirmation: {}", night, unconfirmed.reason());
    } else {
      LOG.info("The night of {} ended {}", night, run.getClass().getSimpleName());
    }
  }

  private static NightLaunch notBegun(NightRun run) {
    if (run instanceof NightRun.AlreadyComplete complete) {
      return new NightLaunch.AlreadyComplete(complete.night().id());
    }
    if (run instanceof NightRun.NoPolicy noPolicy) {
      return new NightLaunch.NoPolicy(noPolicy.reason());
    }
    if (run instanceof NightRun.Refused refused) {
      return new NightLaunch.Refused(refused.reason());
    }
    if (run instanceof NightRun.Held held) {
      return new NightLaunch.Refused(held.reason());
    }
    if (run instanceof NightRun.Blocked blocked) {
      // What to do about it is the operator's to know.
      LOG.error("No night can be begun: {}", blocked.reason());
      return new NightLaunch.Busy(
          "Something of another night does not end; try again in a few minutes, or have the"
              + " server's log looked at.");
    }
    return new NightLaunch.Busy("A night is being run on this database; wait for it to end.");
  }

  /** Whether a night is under way in this process. */
  public boolean isUnderWay() {
    return underWay != null;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    executor.shutdown();
    try {
      // A night that another process runs on this database is not ours to stop.
      RunningNight night = underWay;
      if (night != null) {
        night.stop();
      }
      if (!executor.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
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
