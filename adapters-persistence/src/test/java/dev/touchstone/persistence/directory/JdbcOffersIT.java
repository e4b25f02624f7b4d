package dev.touchstone.persistence.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.directory.OffersContract;
import dev.touchstone.application.directory.port.out.Offers;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.audit.JdbcAuditLog;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcOffersIT extends OffersContract {

  private DataSource dataSource;
  private Offers offers;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    offers = new JdbcOffers(dataSource);
  }

  @Test
  void recordsOnlyWithinATransaction() {
    assertThatThrownBy(() -> offers.record(null, null, false, null, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Override
  protected Offers offers() {
    return offers;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return new TransactionTemplate(new JdbcTransactionManager(dataSource))
        .execute(status -> work.get());
  }

  @Override
  protected long auditId() {
    return new JdbcAuditLog(dataSource)
        .append(new Actor("a", "PARTNER", "::1"), "KEEP_OFFER", "offer", "");
  }
}
