package dev.touchstone.persistence.whatif;

import dev.touchstone.persistence.postgres.AdvisoryLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This process as the owner of trials. It has a number, and from its first trial on it holds the
 * advisory lock of that number: whoever finds the lock free knows that the owner is dead.
 */
public final class WhatIfOwner implements AutoCloseable {

  /** The upper half of the keys; no other advisory lock in this database has it. */
  static final int KEYS = 2010_10_31;

  private static final String NEXT_NUMBER = "SELECT nextval('what_if_owner')";

  private final DataSource dataSource;
  private int number;
  private AdvisoryLock.@Nullable Held held;

  /** An owner in the database of the data source. */
  public WhatIfOwner(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Its number; another one where the session that held the lock has been lost. */
  synchronized int number() {
    AdvisoryLock.Held present = held;
    if (present != null && present.isAlive()) {
      return number;
    }
    close();
    int next = JdbcClient.create(dataSource).sql(NEXT_NUMBER).query(Integer.class).single();
    held =
        new AdvisoryLock(dataSource, ((long) KEYS << Integer.SIZE) + next)
            .tryAcquire()
            .orElseThrow(() -> new IllegalStateException("Owner " + next + " of trials is taken"));
    number = next;
    return next;
  }

  /** Is no owner any more. */
  @Override
  public synchronized void close() {
    AdvisoryLock.Held present = held;
    held = null;
    if (present == null) {
      return;
    }
    if (present.isAlive()) {
      present.close();
    } else {
      present.abandon();
    }
  }
}
