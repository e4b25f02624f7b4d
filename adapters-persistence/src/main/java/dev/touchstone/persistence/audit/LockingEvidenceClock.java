package dev.touchstone.persistence.audit;

import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.persistence.postgres.CallerTransaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moments by the database's clock, which at times is set back; theirs never are. The row of the
 * last one is locked by the transaction that took it: whoever holds it is the only writer, on
 * whatever machine it runs.
 */
public final class LockingEvidenceClock implements EvidenceClock {

  private static final String TICK =
      """
      INSERT INTO evidence_clock (one, last) VALUES (true, clock_timestamp())
      ON CONFLICT (one) DO UPDATE
        SET last = greatest(clock_timestamp(), evidence_clock.last + interval '1 microsecond')
      RETURNING last
      """;

  private final JdbcClient client;

  /** The clock of the data source's database. */
  public LockingEvidenceClock(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Instant enter() {
    CallerTransaction.require();
    return client.sql(TICK).query(OffsetDateTime.class).single().toInstant();
  }
}
