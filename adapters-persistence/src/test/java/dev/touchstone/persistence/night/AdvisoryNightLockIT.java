package dev.touchstone.persistence.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.night.NightNotTakenOverException;
import dev.touchstone.application.night.NightTakenOverException;
import dev.touchstone.application.night.port.out.NightLock.Held;
import dev.touchstone.persistence.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class AdvisoryNightLockIT {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final DataSource dataSource = MigratedDatabase.empty();
  private final AdvisoryNightLock lock = new AdvisoryNightLock(dataSource, PATIENCE);

  @Test
  void isHeldByOneAtATime() {
    AdvisoryNightLock otherProcess = new AdvisoryNightLock(dataSource, PATIENCE);
    try (Held held = lock.tryAcquire().orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(otherProcess.tryAcquire()).isEmpty();
      assertThat(lock.tryAcquire()).isEmpty();
      assertThat(otherProcess.isHeld()).isTrue();
    }
    assertThat(otherProcess.isHeld()).isFalse();
    Held next = otherProcess.tryAcquire().orElseThrow();
    next.close();
  }

  @Test
  void isFreeOnceItsSessionHasDied() {
    Held held = lock.tryAcquire().orElseThrow();
    cutTheLock();
    assertThat(held.isLast()).as("nobody has taken it yet").isTrue();

    Held next = new AdvisoryNightLock(dataSource, PATIENCE).tryAcquire().orElseThrow();

    assertThat(next.number()).isGreaterThan(held.number());
    assertThat(held.isLast()).isFalse();
    assertThat(next.isLast()).isTrue();
    held.close();
    assertThat(lock.isHeld()).as("what was lost is not given up").isTrue();
    next.close();
  }

  @Test
  void letsNoTransactionBeginForWhomAnotherHasTakenOverFrom() {
    Held held = lock.tryAcquire().orElseThrow();
    FencedTransactionManager ofNight = transactionsOf(held);
    new TransactionTemplate(ofNight).executeWithoutResult(status -> ofNight.requireOwner());
    cutTheLock();

    Held next = lock.tryAcquire().orElseThrow();

    assertThatThrownBy(() -> new TransactionTemplate(ofNight).executeWithoutResult(status -> {}))
        .hasCauseInstanceOf(NightTakenOverException.class);
    FencedTransactionManager ofNext = transactionsOf(next);
    new TransactionTemplate(ofNext).executeWithoutResult(status -> ofNext.requireOwner());
    next.close();
    held.close();
  }

  @Test
  void breaksOffTheTransactionOfWhomItIsTakenOverFrom() {
    Held held = lock.tryAcquire().orElseThrow();
    FencedTransactionManager ofNight = transactionsOf(held);
    JdbcClient client = JdbcClient.create(dataSource);

    assertThatThrownBy(
            () ->
                new TransactionTemplate(ofNight)
                    .executeWithoutResult(
                        status -> {
                          client.sql("CREATE TABLE left_behind (one int)").update();
                          CompletableFuture.runAsync(() -> cutTheLock()).join();
                          lock.tryAcquire().orElseThrow().close();
                        }))
        .isInstanceOf(RuntimeException.class);

    assertThat(
            client.sql("SELECT to_regclass('left_behind') IS NULL").query(Boolean.class).single())
        .isTrue();
    held.close();
  }

  @Test
  void doesNotWaitForEverForWhatDoesNotEnd() throws SQLException {
    lock.tryAcquire().orElseThrow().close();
    try (Connection stuck = dataSource.getConnection();
        Statement statement = stuck.createStatement()) {
      // Held alone it is no transaction of a night, and is not cut.
      statement.execute("SELECT pg_advisory_lock(20101031)");

      assertThatThrownBy(lock::tryAcquire)
          .isInstanceOf(NightNotTakenOverException.class)
          .hasMessageContaining("advisory lock 20101031");
      assertThat(lock.isHeld()).as("it is given back").isFalse();
      statement.execute("SELECT pg_advisory_unlock(20101031)");
    }
    lock.tryAcquire().orElseThrow().close();
  }

  @Test
  void lastsThroughANightOfSilence() throws Exception {
    JdbcClient client = JdbcClient.create(dataSource);
    String database = client.sql("SELECT current_database()").query(String.class).single();
    client.sql("ALTER DATABASE " + database + " SET idle_session_timeout = '200ms'").update();
    try (Held held = new AdvisoryNightLock(dataSource, PATIENCE).tryAcquire().orElseThrow()) {
      Thread.sleep(1_000);

      assertThat(lock.isHeld()).isTrue();
      assertThat(held.isLast()).isTrue();
    } finally {
      client.sql("ALTER DATABASE " + database + " RESET idle_session_timeout").update();
    }
  }

  @Test
  void breaksOffItsOwnTransactionsAndNotThoseOfWhoHasTakenOver() {
    Held held = lock.tryAcquire().orElseThrow();
    assertThat(isBrokenOff(held, held)).isTrue();
    cutTheLock();
    Held next = lock.tryAcquire().orElseThrow();

    assertThat(isBrokenOff(next, held)).isFalse();
    next.close();
    held.close();
  }

  /** Whether a transaction of one owner is broken off when another says so. */
  private boolean isBrokenOff(Held owner, Held breaking) {
    try {
      new TransactionTemplate(transactionsOf(owner))
          .executeWithoutResult(
              status -> {
                CompletableFuture<Void> other =
                    CompletableFuture.runAsync(
                        () -> {
                          awaitSleeper();
                          breaking.breakOff();
                        });
                JdbcClient.create(dataSource).sql("SELECT pg_sleep(2)").query().listOfRows();
                other.join();
              });
      return false;
    } catch (RuntimeException canceled) {
      assertThat(canceled).hasStackTraceContaining("canceling statement due to user request");
      return true;
    }
  }

  private void awaitSleeper() {
    boolean sleeps = false;
    while (!sleeps) {
      sleeps =
          JdbcClient.create(dataSource)
              .sql(
                  """
                  SELECT EXISTS (SELECT FROM pg_stat_activity
                    WHERE wait_event = 'PgSleep' AND datname = current_database())
                  """)
              .query(Boolean.class)
              .single();
    }
  }

  private FencedTransactionManager transactionsOf(Held owner) {
    return new FencedTransactionManager(dataSource, () -> OptionalLong.of(owner.number()));
  }

  private void cutTheLock() {
    JdbcClient.create(dataSource)
        .sql(
            """
            SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_locks
            WHERE locktype = 'advisory' AND mode = 'ExclusiveLock'
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        .query(Long.class)
        .single();
  }
}
