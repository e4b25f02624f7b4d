package dev.touchstone.persistence.tier;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.tier.PolicyRegistryContract;
import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.night.JdbcNights;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JdbcPolicyRegistryIT extends PolicyRegistryContract {

  private DataSource dataSource;
  private PolicyRegistry registry;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    registry = new JdbcPolicyRegistry(dataSource, new JdbcTransactionManager(dataSource));
  }

  @Override
  protected PolicyRegistry registry() {
    return registry;
  }

  @Override
  protected void openNight(LocalDate date, PolicyVersion policy) {
    new JdbcNights(dataSource)
        .open(new Night(new NightId(date, 1), policy, null, null, null), Instant.EPOCH);
  }
}
