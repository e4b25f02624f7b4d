package dev.touchstone.persistence.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.standing.RecordedWaiver;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.audit.JdbcAuditLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JdbcWaiversIT {

  private static final Instant NOW = Instant.parse("2010-11-15T12:00:00Z");
  private static final WaiverTarget ONE = new WaiverTarget.OnePartner(new PartnerId("P1"));
  private static final WaiverTarget COHORT =
      new WaiverTarget.Cohort(LocalDate.of(2010, 1, 1), null, "Milano", LegacyLevel.GOLD_CERTIFIED);

  private JdbcWaivers waivers;
  private JdbcAuditLog auditLog;

  @BeforeEach
  void emptyTables() {
    DataSource dataSource = MigratedDatabase.empty();
    waivers = new JdbcWaivers(dataSource, new JdbcTransactionManager(dataSource));
    auditLog = new JdbcAuditLog(dataSource);
  }

  @Test
  void tellsAWaiverAndHowOftenItWasRecorded() {
    Waiver granted = grant(1, COHORT, "2010-11-01", "2011-01-01");
    Waiver ended = granted.endedOn(LocalDate.of(2010, 12, 1), new Waiver.Ending("anna", "No need"));

    assertThat(waivers.find(granted.id())).contains(new RecordedWaiver(granted, 1));
    record(ended, NOW.plusSeconds(1));
    assertThat(waivers.find(granted.id())).contains(new RecordedWaiver(ended, 2));
    assertThat(waivers.find(new WaiverId(2))).isEmpty();
  }

  @Test
  void listsPartByPartAndByDay() {
    grant(1, ONE, "2010-11-01", "2010-12-01");
    grant(2, COHORT, "2010-12-01", "2011-01-01");
    grant(3, ONE, "2011-01-01", "2011-02-01");

    assertThat(list(null, null, 2)).containsExactly(1L, 2L);
    assertThat(list(2L, null, 2)).containsExactly(3L);
    assertThat(list(null, LocalDate.of(2010, 12, 1), 9)).containsExactly(2L);
    assertThat(list(null, LocalDate.of(2010, 11, 30), 9)).containsExactly(1L);
    assertThat(list(null, LocalDate.of(2011, 2, 1), 9)).isEmpty();
  }

  @Test
  void keepsAChangeAndItsEntryOrNeither() {
    Waiver waiver = waiver(1, ONE, "2010-11-01", "2010-12-01");

    assertThatThrownBy(
            () ->
                waivers.exclusively(
                    () -> {
                      waivers.record(waiver, NOW);
                      auditLog.append(
                          new Actor("anna", "PROGRAM", "::1"), "GRANT_WAIVER", "waiver/1", "");
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");

    assertThat(waivers.find(waiver.id())).isEmpty();
    assertThat(auditLog.list(null, 10)).isEmpty();
  }

  private List<Long> list(@Nullable Long after, @Nullable LocalDate on, int limit) {
    return waivers.list(after == null ? null : new WaiverId(after), on, limit).stream()
        .map(recorded -> recorded.waiver().id().value())
        .toList();
  }

  private Waiver grant(long id, WaiverTarget target, String from, String to) {
    Waiver waiver = waiver(id, target, from, to);
    record(waiver, NOW);
    return waiver;
  }

  private void record(Waiver waiver, Instant at) {
    waivers.exclusively(
        () -> {
          waivers.record(waiver, at);
          return true;
        });
  }

  private static Waiver waiver(long id, WaiverTarget target, String from, String to) {
    return new Waiver(
        new WaiverId(id),
        target,
        new TierCriterion(new Tier("GOLD"), CriterionKind.SURVEY),
        "anna",
        "A new vendor",
        LocalDate.parse(from),
        LocalDate.parse(to),
        null);
  }
}
