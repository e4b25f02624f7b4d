package dev.touchstone.persistence.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.night.port.out.NightLock.Held;
import dev.touchstone.persistence.MigratedDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

class AdvisoryNightLockIT {

  private final DataSource dataSource = MigratedDatabase.empty();
  private final AdvisoryNightLock lock = new AdvisoryNightLock(dataSource);

  @Test
  void isHeldByOneAtATime() {
    AdvisoryNightLock otherProcess = new AdvisoryNightLock(dataSource);
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
    JdbcClient.create(dataSource)
        .sql(
            """
            SELECT pg_terminate_backend(pid, 10000) FROM pg_locks
            WHERE locktype = 'advisory'
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        .query(Boolean.class)
        .single();

    Held next = new AdvisoryNightLock(dataSource).tryAcquire().orElseThrow();

    next.close();
    assertThatThrownBy(held::close).isInstanceOf(UncategorizedSQLException.class);
  }
}
