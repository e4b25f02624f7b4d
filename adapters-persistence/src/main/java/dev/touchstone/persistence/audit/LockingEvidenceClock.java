package dev.touchstone.persistence.audit;

import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.persistence.postgres.CallerTransaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moments by the database's clock, under a lock of the caller's transaction: whoever holds it is
 * the only writer, on whatever machine it runs.
 */
public final class LockingEvidenceClock implements EvidenceClock {

  /** Any number that no other advisory lock of the product has. */
  private static final long LOCK = 0x65766964656e6365L;

  private final JdbcClient client;

  /** The clock of the data source's database. */
  public LockingEvidenceClock(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Instant enter() {
    CallerTransaction.require();
    client
        .sql("SELECT pg_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query((row, number) -> "")
        .single();
    return client.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }
}
