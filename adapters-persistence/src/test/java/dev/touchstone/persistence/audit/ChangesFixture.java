package dev.touchstone.persistence.audit;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.EvidenceChanges;
import dev.touchstone.application.audit.port.out.EvidenceClock;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Changes that people make, on days of the test's choice. */
public final class ChangesFixture {

  public static final Actor PROGRAM = new Actor("pia", "PROGRAM", "192.0.2.1");
  public static final Actor PARTNER = new Actor("paolo", "PARTNER", "192.0.2.2");

  private final Day clock = new Day();
  private final EvidenceChanges changes;
  private final JdbcClient client;

  public ChangesFixture(DataSource dataSource, EvidenceClock evidenceClock) {
    this.client = JdbcClient.create(dataSource);
    this.changes =
        new EvidenceChanges(
            new TransactionalUnitOfWork(dataSource, new JdbcTransactionManager(dataSource)),
            new JdbcAuditLog(dataSource),
            evidenceClock,
            clock);
  }

  public EvidenceChanges changes() {
    return changes;
  }

  /** Makes it late on a day, in Rome. */
  public void goTo(String day) {
    clock.day = LocalDate.parse(day);
  }

  /** The entries of the log: actor, action, subject and detail. */
  public List<String> entries() {
    return client
        .sql(
            "SELECT concat_ws(' | ', actor, action, subject, detail) FROM audit_entry ORDER BY audit_id")
        .query(String.class)
        .list();
  }

  private static final class Day extends Clock {

    private LocalDate day = LocalDate.of(2010, 11, 15);

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return day.atTime(LocalTime.of(0, 30)).atZone(ProgramDays.ZONE).toInstant();
    }
  }
}
