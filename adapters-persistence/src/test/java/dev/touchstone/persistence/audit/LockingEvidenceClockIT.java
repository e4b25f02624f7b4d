package dev.touchstone.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.persistence.MigratedDatabase;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LockingEvidenceClockIT {

  private final DataSource dataSource = MigratedDatabase.empty();
  private final LockingEvidenceClock clock = new LockingEvidenceClock(dataSource);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(dataSource));

  @Test
  void goesOnWhereTheDatabasesClockWasSetBack() {
    Instant first = tick();
    JdbcClient.create(dataSource)
        .sql("UPDATE evidence_clock SET last = last + interval '1 hour'")
        .update();

    Instant second = tick();
    Instant third = tick();

    assertThat(second).isAfterOrEqualTo(first.plus(Duration.ofHours(1)));
    assertThat(third).isAfter(second);
  }

  @Test
  void asksForATransaction() {
    assertThatThrownBy(clock::enter).isInstanceOf(IllegalStateException.class);
  }

  private Instant tick() {
    return transaction.execute(status -> clock.enter());
  }
}
