package dev.touchstone.persistence.standing;

import static dev.touchstone.persistence.standing.DecisionFixture.decided;
import static dev.touchstone.persistence.standing.DecisionFixture.undecided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.standing.NightStanding;
import dev.touchstone.application.standing.RecordedDecision;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.night.JdbcNights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where partners stand now and stood from night to night. */
class JdbcLatestStandingsIT {

  private static final PolicyVersion POLICY = new PolicyVersion("partner-network", 1);
  private static final PartnerId PARTNER = new PartnerId("P-1");
  private static final LocalDate DATE = LocalDate.of(2010, 11, 15);
  private static final NightId FIRST = new NightId(DATE, 1);
  private static final NightId AGAIN = new NightId(DATE, 2);
  private static final NightId SECOND = new NightId(DATE.plusDays(1), 1);

  private DataSource dataSource;
  private JdbcClient client;
  private JdbcNights nights;
  private JdbcDecisions decisions;
  private JdbcLatestStandings standings;
  private JdbcRecordedDecisions recorded;
  private TransactionTemplate transaction;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    client = JdbcClient.create(dataSource);
    nights = new JdbcNights(dataSource);
    decisions = new JdbcDecisions(dataSource);
    standings = new JdbcLatestStandings(dataSource);
    recorded = new JdbcRecordedDecisions(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @Test
  void knowsNothingWhileNoNightIsComplete() {
    assertThat(standings.find(PARTNER)).isEmpty();
    open(FIRST);
    record(FIRST, decided("P-1", DATE, "GOLD"));

    assertThat(standings.find(PARTNER)).isEmpty();
  }

  @Test
  void tellsWhatTheLatestCompleteNightLeft() {
    open(FIRST);
    record(FIRST, decided("P-1", DATE, "SILVER"), undecided("P-2", DATE));
    complete(FIRST);
    assertThat(standings.find(PARTNER)).contains(standing(FIRST, "SILVER"));
    assertThat(standings.find(new PartnerId("P-2")))
        .contains(new NightStanding(FIRST, POLICY, Standing.NONE));
    assertThat(standings.find(new PartnerId("p-1")))
        .contains(new NightStanding(FIRST, POLICY, null));

    open(AGAIN);
    record(AGAIN, decided("P-1", DATE, "GOLD"));
    assertThat(standings.find(PARTNER)).contains(standing(FIRST, "SILVER"));
    complete(AGAIN);
    assertThat(standings.find(PARTNER)).contains(standing(AGAIN, "GOLD"));

    open(SECOND);
    complete(SECOND);
    assertThat(standings.find(PARTNER)).contains(standing(SECOND, "GOLD"));
  }

  @Test
  void remembersWhatANightLeftAndTellsOfTheNextAtOnce() {
    PartnerId unknown = new PartnerId("P-9");
    open(FIRST);
    record(FIRST, decided("P-1", DATE, "SILVER"));
    complete(FIRST);
    assertThat(standings.find(PARTNER)).contains(standing(FIRST, "SILVER"));
    assertThat(standings.find(unknown)).contains(new NightStanding(FIRST, POLICY, null));
    client.sql("DELETE FROM standing").update();
    record(FIRST, decided("P-9", DATE, "GOLD"));

    assertThat(standings.find(PARTNER)).contains(standing(FIRST, "SILVER"));
    assertThat(standings.find(unknown)).contains(new NightStanding(FIRST, POLICY, null));
    assertThat(new JdbcLatestStandings(dataSource).find(PARTNER))
        .contains(new NightStanding(FIRST, POLICY, null));

    open(SECOND);
    record(SECOND, decided("P-1", SECOND.businessDate(), "GOLD"));
    complete(SECOND);
    assertThat(standings.find(PARTNER))
        .contains(
            new NightStanding(
                SECOND, POLICY, decided("P-1", SECOND.businessDate(), "GOLD").standing()));
  }

  @Test
  void readsTwoEndsOfIndexesAndScansNothing() {
    for (int day = 0; day < 200; day++) {
      NightId night = new NightId(DATE.plusDays(day), 1);
      open(night);
      complete(night);
    }
    record(
        FIRST,
        IntStream.range(0, 5_000)
            .mapToObj(i -> decided("P-" + i, DATE, "SILVER"))
            .toArray(DecidedStanding[]::new));
    client.sql("ANALYZE night, standing").update();

    List<String> latestNight =
        client.sql("EXPLAIN " + JdbcLatestStandings.LATEST_NIGHT).query(String.class).list();
    List<String> standingAfter =
        client
            .sql("EXPLAIN " + JdbcLatestStandings.STANDING_AFTER)
            .param("partner", "P-1")
            .param("date", DATE)
            .param("run", 1)
            .query(String.class)
            .list();

    assertThat(latestNight)
        .anyMatch(line -> line.contains("Index Scan Backward using night_pkey"))
        .noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort"));
    assertThat(standingAfter)
        .anyMatch(line -> line.contains("Index Scan Backward using standing_pkey"))
        .noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort"));
  }

  @Test
  void listsTheNightsThatRecordedSomethingNewestFirst() {
    DecidedStanding silver = decided("P-1", DATE, "SILVER");
    open(FIRST);
    record(FIRST, silver, decided("P-2", DATE, "GOLD"));
    open(AGAIN);
    record(AGAIN, decided("P-1", DATE, "GOLD"));
    open(SECOND);
    Standing legacy =
        new Standing(silver.standing().earned(), silver.standing().held(), true, null, DATE);
    DecidedStanding later =
        new DecidedStanding(decided("P-1", SECOND.businessDate(), "GOLD").decision(), legacy);
    record(SECOND, later);
    for (NightId night : List.of(FIRST, AGAIN, SECOND)) {
      complete(night);
    }

    RecordedDecision first = new RecordedDecision(FIRST, silver);
    RecordedDecision again = new RecordedDecision(AGAIN, decided("P-1", DATE, "GOLD"));
    RecordedDecision second = new RecordedDecision(SECOND, later);
    assertThat(recorded.list(PARTNER, SECOND, null, 9)).containsExactly(second, again, first);
    assertThat(recorded.list(PARTNER, AGAIN, null, 9)).containsExactly(again, first);
    assertThat(recorded.list(PARTNER, SECOND, SECOND, 1)).containsExactly(again);
    assertThat(recorded.list(PARTNER, SECOND, FIRST, 9)).isEmpty();
    assertThat(recorded.list(new PartnerId("P-9"), SECOND, null, 9)).isEmpty();
  }

  @Test
  void listsOfNightsThatWereNeverCompleteOnlyWhatBecameTrue() {
    PartnerId back = new PartnerId("P-2");
    DecidedStanding silver = decided("P-1", DATE, "SILVER");
    DecidedStanding backSilver = decided("P-2", DATE, "SILVER");
    open(FIRST);
    record(FIRST, silver, backSilver);
    complete(FIRST);
    LocalDate stoppedOn = SECOND.businessDate();
    open(SECOND);
    record(SECOND, decided("P-1", stoppedOn, "GOLD"), decided("P-2", stoppedOn, "GOLD"));

    assertThat(recorded.list(PARTNER, FIRST, null, 9))
        .containsExactly(new RecordedDecision(FIRST, silver));

    NightId third = new NightId(stoppedOn.plusDays(1), 1);
    DecidedStanding gold =
        new DecidedStanding(
            decided("P-1", third.businessDate(), "GOLD").decision(),
            decided("P-1", stoppedOn, "GOLD").standing());
    open(third);
    record(
        third,
        gold,
        new DecidedStanding(
            decided("P-2", third.businessDate(), "SILVER").decision(), backSilver.standing()));
    complete(third);

    assertThat(recorded.list(PARTNER, third, null, 9))
        .containsExactly(new RecordedDecision(third, gold), new RecordedDecision(FIRST, silver));
    assertThat(recorded.list(PARTNER, third, third, 9))
        .containsExactly(new RecordedDecision(FIRST, silver));
    assertThat(recorded.list(back, third, null, 9))
        .containsExactly(new RecordedDecision(FIRST, backSilver));
  }

  private static NightStanding standing(NightId night, String tier) {
    return new NightStanding(night, POLICY, decided("P-1", DATE, tier).standing());
  }

  private void open(NightId night) {
    nights.open(new Night(night, POLICY, null, null, null), Instant.EPOCH);
  }

  private void complete(NightId night) {
    nights.complete(night, Instant.EPOCH);
  }

  private void record(NightId night, DecidedStanding... partners) {
    transaction.executeWithoutResult(status -> decisions.record(night, List.of(partners)));
  }
}
