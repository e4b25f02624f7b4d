package dev.touchstone.persistence.night;

import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.persistence.postgres.AdvisoryLock;
import java.util.Optional;
import javax.sql.DataSource;

/** The lock as an advisory lock of the database. */
public final class AdvisoryNightLock implements NightLock {

  /** Any number will do that no other advisory lock in this database has: the program's start. */
  private static final long KEY = 2010_10_30L;

  private final AdvisoryLock lock;

  /** A lock among all processes that use the database of the data source. */
  public AdvisoryNightLock(DataSource dataSource) {
    this.lock = new AdvisoryLock(dataSource, KEY);
  }

  @Override
  public Optional<Held> tryAcquire() {
    return lock.tryAcquire().map(held -> () -> letGo(held));
  }

  /** The lock of a session that has ended went with it, and that is no failure of the night's. */
  private static void letGo(AdvisoryLock.Held held) {
    if (held.isAlive()) {
      held.close();
    } else {
      held.abandon();
    }
  }

  @Override
  public boolean isHeld() {
    return lock.isHeld();
  }
}
