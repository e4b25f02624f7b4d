package dev.touchstone.persistence.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.night.NightTakenOverException;
import dev.touchstone.application.night.port.out.NightLock.Held;
import dev.touchstone.persistence.MigratedDatabase;
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
