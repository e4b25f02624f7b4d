package dev.touchstone.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import dev.touchstone.persistence.night.JdbcNights;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcPublicationsIT {

  private static final String MANIFEST = "0a".repeat(32);
  private static final Instant KNOWN_AT = Instant.parse("2010-11-01T20:00:00Z");

  private IntakeFixture intake;
  private JdbcNights nights;
  private JdbcPublications publications;
  private TransactionTemplate transaction;

  @BeforeEach
  void emptyTables() {
    DataSource dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    nights = new JdbcNights(dataSource);
    publications = new JdbcPublications(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @Test
  void findsTheLatestNightThatAManifestPublishes() {
    NightId first = night("2010-11-01", 1, KNOWN_AT);
    NightId again = night("2010-11-01", 2, KNOWN_AT.plusSeconds(1));
    NightId later = night("2010-11-02", 1, KNOWN_AT.plusSeconds(2));
    record(first, 1);
    record(again, 1);
    record(again, 1);

    assertThat(publications.findNight(MANIFEST, 1, first)).contains(first);
    assertThat(publications.findNight(MANIFEST, 1, later)).contains(again);
    assertThat(publications.findNight("0b".repeat(32), 1, later)).isEmpty();
  }

  @Test
  void findsNoNightWhoseLinesAreOfAnotherRevision() {
    NightId night = night("2010-11-01", 1, KNOWN_AT);
    record(night, 1);
    assertThat(publications.findNight(MANIFEST, 2, night)).isEmpty();

    record(night, 2);
    assertThat(publications.findNight(MANIFEST, 2, night)).contains(night);
    assertThat(publications.findNight(MANIFEST, 1, night)).isEmpty();
  }

  @Test
  void findsNoNightThatComesLaterOrKnewMore() {
    NightId earlyDate = night("2010-11-01", 1, KNOWN_AT.plusSeconds(9));
    NightId night = night("2010-11-02", 1, KNOWN_AT);
    NightId lateDate = night("2010-11-03", 1, KNOWN_AT);
    record(earlyDate, 1);
    record(lateDate, 1);

    assertThat(publications.findNight(MANIFEST, 1, night)).isEmpty();
    assertThat(publications.findNight(MANIFEST, 1, lateDate)).contains(lateDate);
  }

  private NightId night(String date, int run, Instant knownAt) {
    NightId night = intake.run(date, run);
    nights.fixEvidence(night, knownAt);
    return night;
  }

  private void record(NightId night, int revision) {
    transaction.executeWithoutResult(status -> publications.record(night, MANIFEST, revision));
  }
}
