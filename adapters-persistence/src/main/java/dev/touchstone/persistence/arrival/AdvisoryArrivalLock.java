package dev.touchstone.persistence.arrival;

import dev.touchstone.application.arrival.port.out.ArrivalLock;
import dev.touchstone.persistence.postgres.AdvisoryLock;
import java.util.Optional;
import javax.sql.DataSource;

/** The locks as advisory locks of the database, one for each task. */
public final class AdvisoryArrivalLock implements ArrivalLock {

  /** The lock of a task is this and its place among the tasks; no other advisory lock is near. */
  private static final long BASE = 0x6172_0000_0000_0000L;

  private final DataSource dataSource;

  /** Locks among all processes that use the database of the data source. */
  public AdvisoryArrivalLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<Held> tryAcquire(Task task) {
    long key = BASE + (task == Task.TAKE ? 0 : 1);
    return new AdvisoryLock(dataSource, key).tryAcquire().map(held -> held::close);
  }
}
