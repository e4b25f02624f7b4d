package dev.touchstone.persistence.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.appeal.AppealsContract;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.application.night.Night;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.night.JdbcNights;
import dev.touchstone.persistence.standing.DecisionFixture;
import dev.touchstone.persistence.standing.JdbcRedecisions;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcAppealsIT extends AppealsContract {

  private DataSource dataSource;
  private Appeals appeals;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    new JdbcNights(dataSource)
        .open(
            new Night(NIGHT, new PolicyVersion("partner-network", 1), null, null, null),
            Instant.EPOCH);
    appeals = new JdbcAppeals(dataSource);
  }

  @Test
  void givesHigherIdsToLaterAppeals() {
    assertThat(appeals.nextId()).isLessThan(appeals.nextId());
  }

  @Override
  protected Appeals appeals() {
    return appeals;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return new TransactionTemplate(new JdbcTransactionManager(dataSource))
        .execute(status -> work.get());
  }

  @Override
  protected long redecision() {
    return inTransaction(
        () ->
            new JdbcRedecisions(dataSource)
                .append(
                    NIGHT,
                    Instant.EPOCH,
                    DecisionFixture.decided("P-1", NIGHT.businessDate(), "GOLD")));
  }
}
