package dev.touchstone.persistence.night;

import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.persistence.postgres.AdvisoryLock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** The lock as an advisory lock of the database, with a fence behind whoever has lost it. */
public final class AdvisoryNightLock implements NightLock {

  /** Any number will do that no other advisory lock in this database has: the program's start. */
  private static final long KEY = 2010_10_30L;

  private final AdvisoryLock lock;
  private final NightFence fence;

  /**
   * A lock among all processes that use the database of the data source.
   *
   * @param patience how long the transactions of an owner that has lost the lock may go on before
   *     they are broken off
   */
  public AdvisoryNightLock(DataSource dataSource, Duration patience) {
    this.lock = new AdvisoryLock(dataSource, KEY);
    this.fence = new NightFence(dataSource, patience);
  }

  @Override
  public Optional<Held> tryAcquire() {
    Optional<AdvisoryLock.Held> held = lock.tryAcquire();
    if (held.isEmpty()) {
      return Optional.empty();
    }
    boolean owned = false;
    try {
      Held owner = new Owner(held.get(), fence, fence.takeOver());
      owned = true;
      return Optional.of(owner);
    } finally {
      if (!owned) {
        held.get().close();
      }
    }
  }

  @Override
  public boolean isHeld() {
    return lock.isHeld();
  }

  private record Owner(AdvisoryLock.Held held, NightFence fence, long number) implements Held {

    @Override
    public boolean isLast() {
      return fence.isLast(number);
    }

    @Override
    public boolean breakOff() {
      return fence.breakOff(number);
    }

    @Override
    public void close() {
      if (held.isAlive()) {
        held.close();
      } else {
        held.abandon();
      }
    }
  }
}
