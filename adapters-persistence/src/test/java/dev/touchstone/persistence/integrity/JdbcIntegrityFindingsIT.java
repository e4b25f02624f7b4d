package dev.touchstone.persistence.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.integrity.IntegrityFinding;
import dev.touchstone.application.integrity.IntegrityKind;
import dev.touchstone.application.integrity.port.out.IntegrityFindings.FindingFilter;
import dev.touchstone.application.integrity.port.out.IntegrityFindings.PlacedFinding;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcIntegrityFindingsIT {

  private static final IntegrityFinding ONE =
      new IntegrityFinding(
          IntegrityKind.SIGNATORY_REPEATED, new PartnerId("P-1"), "è@\"x\".it", "signed 4, more");
  // Subjects are up to 1,000 characters long, more than an index takes.
  private static final IntegrityFinding OTHER =
      new IntegrityFinding(
          IntegrityKind.CUSTOMER_OVER_CAP, new PartnerId("P-2"), "\u4E00".repeat(1_000), "gave 9");

  private JdbcIntegrityFindings findings;
  private TransactionTemplate transaction;
  private NightId night;
  private NightId again;

  @BeforeEach
  void emptyTables() {
    DataSource dataSource = MigratedDatabase.empty();
    findings = new JdbcIntegrityFindings(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    IntakeFixture intake = new IntakeFixture(dataSource);
    night = intake.night("2010-11-15");
    again = intake.run("2010-11-15", 2);
  }

  @Test
  void keepsWhatEachNightFoundInItsOrder() {
    record(night, ONE, OTHER);
    record(again, OTHER);

    assertThat(list(night)).containsExactly(ONE, OTHER);
    assertThat(list(again)).containsExactly(OTHER);
  }

  @Test
  void listsPartByPartAndByKindAndPartner() {
    record(night, ONE, OTHER, ONE);

    assertThat(findings.count(night)).isEqualTo(3);
    assertThat(places(null, null, 0, 2)).containsExactly(1, 2);
    assertThat(places(null, null, 2, 2)).containsExactly(3);
    assertThat(places(OTHER.kind(), null, 0, 9)).containsExactly(2);
    assertThat(places(null, ONE.partner(), 1, 9)).containsExactly(3);
    assertThat(places(OTHER.kind(), ONE.partner(), 0, 9)).isEmpty();
    assertThat(findings.list(night, new FindingFilter(null, null), 0, 1))
        .containsExactly(new PlacedFinding(1, ONE));
    assertThat(findings.count(again)).isZero();
  }

  private List<Integer> places(
      @Nullable IntegrityKind kind, @Nullable PartnerId partner, int after, int limit) {
    return findings.list(night, new FindingFilter(kind, partner), after, limit).stream()
        .map(PlacedFinding::place)
        .toList();
  }

  @Test
  void changesNothingWhenANightIsRecordedOnceMore() {
    record(night, ONE, OTHER);
    record(night, ONE, OTHER);

    assertThat(list(night)).containsExactly(ONE, OTHER);
  }

  @Test
  void recordsNothingWhereNothingWasFound() {
    record(night);

    assertThat(list(night)).isEmpty();
  }

  @Test
  void recordsOnlyWithinATransaction() {
    assertThatThrownBy(() -> findings.record(night, List.of(ONE)))
        .isInstanceOf(IllegalStateException.class);
  }

  private void record(NightId of, IntegrityFinding... found) {
    transaction.executeWithoutResult(status -> findings.record(of, List.of(found)));
  }

  private List<IntegrityFinding> list(NightId of) {
    List<IntegrityFinding> list = new ArrayList<>();
    findings.forEach(of, list::add);
    return list;
  }
}
