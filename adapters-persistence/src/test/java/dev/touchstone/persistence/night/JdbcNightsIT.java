package dev.touchstone.persistence.night;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.application.intake.EvidenceKind.REFERENCES;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.intake.IntakeFixture.reference;
import static dev.touchstone.persistence.standing.DecisionFixture.decided;
import static dev.touchstone.persistence.standing.DecisionFixture.undecided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightEntry;
import dev.touchstone.application.night.NightFigures;
import dev.touchstone.application.night.NightFigures.KindFigures;
import dev.touchstone.application.night.NightFigures.TierMove;
import dev.touchstone.application.night.NightOutcome;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import dev.touchstone.persistence.intake.JdbcIntakeFiles;
import dev.touchstone.persistence.standing.JdbcDecisions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcNightsIT {

  private static final Instant NOON = Instant.parse("2010-10-30T12:00:00Z");
  private static final LocalDate DATE = LocalDate.of(2010, 10, 30);
  private static final PolicyVersion POLICY = new PolicyVersion("partner-network", 1);

  private IntakeFixture intake;
  private JdbcClient client;
  private JdbcNights nights;
  private JdbcIntakeFiles files;
  private JdbcDecisions decisions;
  private TransactionTemplate transaction;

  @BeforeEach
  void emptyTables() {
    DataSource dataSource = MigratedDatabase.empty();
    client = JdbcClient.create(dataSource);
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    intake = new IntakeFixture(dataSource);
    nights = new JdbcNights(dataSource);
    files = new JdbcIntakeFiles(dataSource, transactions);
    decisions = new JdbcDecisions(dataSource);
    transaction = new TransactionTemplate(transactions);
  }

  @Test
  void listsNightsNewestFirstPartByPart() {
    open(DATE, 1);
    open(DATE, 2);
    open(DATE.plusDays(1), 1);

    List<NightEntry> first = nights.list(null, 2);

    assertThat(first)
        .extracting(entry -> entry.night().id())
        .containsExactly(new NightId(DATE.plusDays(1), 1), new NightId(DATE, 2));
    assertThat(nights.list(new NightId(DATE, 2), 2))
        .extracting(entry -> entry.night().id())
        .containsExactly(new NightId(DATE, 1));
    assertThat(nights.list(new NightId(DATE, 1), 2)).isEmpty();
  }

  @Test
  void remembersHowTheLastAttemptEnded() {
    NightId id = open(DATE, 1).id();
    NightOutcome failed = new NightOutcome(NightOutcome.Kind.FAILED, "publish-feed", "Full.");
    NightOutcome stopped =
        new NightOutcome(NightOutcome.Kind.STOPPED_FOR_CONFIRMATION, null, "Many.");

    assertThat(nights.find(id)).map(NightEntry::isOpen).contains(true);
    for (NightOutcome outcome : List.of(failed, stopped)) {
      nights.recordOutcome(id, outcome);
      assertThat(nights.find(id)).map(NightEntry::lastOutcome).contains(outcome);
    }
    nights.forgetOutcome(id);
    assertThat(nights.find(id)).map(NightEntry::isOpen).contains(true);
    assertThat(nights.find(new NightId(DATE, 2))).isEmpty();
  }

  @Test
  void findsNightsByDateAndRun() {
    assertThat(nights.findLatest()).isEmpty();
    assertThat(nights.findLatestComplete()).isEmpty();
    Night first = open(DATE, 1);
    Night again = open(DATE, 2);
    Night next = open(DATE.plusDays(1), 1);
    nights.complete(first.id(), NOON);

    Night complete = new Night(first.id(), POLICY, null, null, NOON);
    assertThat(nights.findLatest()).contains(next);
    assertThat(nights.findLatestComplete()).contains(complete);
    assertThat(nights.findLatestOn(DATE)).contains(again);
    assertThat(nights.findLatestCompleteOn(DATE)).contains(complete);
    assertThat(nights.findLatestCompleteOn(DATE.plusDays(1))).isEmpty();
    assertThat(nights.findLatestOn(DATE.minusDays(1))).isEmpty();
  }

  @Test
  void keepsTheFirstMomentsNoted() {
    NightId night = open(DATE, 1).id();
    nights.fixEvidence(night, NOON.plusNanos(1_999));
    nights.fixEvidence(night, NOON.plusSeconds(5));
    nights.confirm(night, NOON);
    nights.confirm(night, NOON.plusSeconds(5));

    assertThat(nights.getNight(night))
        .isEqualTo(new Night(night, POLICY, NOON.plusNanos(1_000), NOON, null));
  }

  @Test
  void readsAMomentThatIsNotBeforeWhatWasRecordedLast() {
    Instant none = nights.readEvidenceClock();
    client
        .sql("INSERT INTO evidence_clock VALUES (true, clock_timestamp() + interval '1 hour')")
        .update();
    Instant ahead =
        client
            .sql("SELECT last FROM evidence_clock")
            .query(OffsetDateTime.class)
            .single()
            .toInstant();

    assertThat(nights.readEvidenceClock()).isEqualTo(ahead).isAfter(none);
  }

  @Test
  void opensANightOnce() {
    open(DATE, 1);

    assertThatThrownBy(() -> open(DATE, 1)).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void knowsNothingOfANightNeverOpened() {
    assertThatThrownBy(() -> nights.complete(new NightId(DATE, 1), NOON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> nights.getNight(new NightId(DATE, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsTheIntakeOfARun() {
    NightId night = intake.night("2010-10-30");
    intake.take(night, PARTNERS, at(2, partner("P-1")), at(3, partner("P-2")));
    intake.take(
        night,
        REFERENCES,
        at(2, reference("R-1", "P-1", "CRM", null)),
        at(3, reference("R-2", "P-9", "CRM", null)));
    intake.take(
        night,
        REFERENCES,
        at(2, reference("R-1", "P-1", "CRM", "2010-05-05")),
        at(3, reference("R-3", "P-1", "CRM", null)),
        at(4, reference("R-3", "P-1", "CRM", null)));
    List<IntakeFile> registered =
        files.register(
            new Delivery.Night(night),
            List.of(
                new SourceFile(REFERENCES, null, "references/x.csv", 9, "e".repeat(64)),
                new SourceFile(REFERENCES, null, "references/y.csv", 9, "e".repeat(64))));
    files.reject(
        registered.get(0), new Fault(RejectReason.FILE_NO_HEADER, "There is no header", List.of()));
    NightId other = intake.run("2010-10-30", 2);
    intake.take(other, PARTNERS, at(2, partner("P-3")));

    NightFigures figures = nights.getFigures(night);

    assertThat(figures.intake())
        .containsExactly(
            new KindFigures(PARTNERS, 1, 0, 0, 2, 2, 0, 0, 0),
            none(EvidenceKind.ENROLLMENTS),
            none(EvidenceKind.CERTIFICATIONS),
            new KindFigures(REFERENCES, 3, 1, 1, 5, 2, 1, 1, 1),
            none(EvidenceKind.SURVEYS));
    assertThat(figures.rejectsByReason())
        .isEqualTo(Map.of(RejectReason.UNKNOWN_PARTNER, 1L, RejectReason.FILE_NO_HEADER, 1L));
    assertThat(figures.rejectsByReason().firstKey()).isEqualTo(RejectReason.UNKNOWN_PARTNER);
    assertThat(nights.getIntakeFigures(night)).isEqualTo(figures);
  }

  @Test
  void countsMovesSinceThePreviousCompleteNight() {
    NightId first = open(DATE, 1).id();
    record(first, decided("P-1", DATE, "SILVER"), decided("P-2", DATE, "SILVER"));
    record(first, decided("P-3", DATE, "SILVER"), undecided("P-4", DATE));
    intake.take(
        first,
        PARTNERS,
        Stream.of("P-1", "P-2", "P-3", "P-4", "P-5")
            .map(id -> at(2, partner(id)))
            .toArray(ParsedRow[]::new));
    nights.complete(first, NOON);
    LocalDate date = DATE.plusDays(1);
    NightId second = open(date, 1).id();
    record(second, decided("P-1", date, "GOLD"), undecided("P-3", date));
    record(second, decided("P-5", date, "SILVER"));

    Tier silver = new Tier("SILVER");
    assertThat(nights.getFigures(first).moves())
        .containsExactly(new TierMove(null, null, 1), new TierMove(null, silver, 3));
    assertThat(nights.getFigures(second).moves())
        .containsExactly(
            new TierMove(null, null, 1),
            new TierMove(null, silver, 1),
            new TierMove(silver, null, 1),
            new TierMove(silver, new Tier("GOLD"), 1),
            new TierMove(silver, silver, 1));
    assertThat(nights.getFigures(second).partnersDecided()).isEqualTo(5);
    assertThat(nights.getIntakeFigures(second).moves()).isEmpty();
  }

  private Night open(LocalDate date, int run) {
    Night night = new Night(new NightId(date, run), POLICY, null, null, null);
    nights.open(night, NOON);
    return night;
  }

  private void record(NightId night, DecidedStanding... partners) {
    transaction.executeWithoutResult(status -> decisions.record(night, List.of(partners)));
  }

  private static KindFigures none(EvidenceKind kind) {
    return new KindFigures(kind, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
