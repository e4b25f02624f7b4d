package dev.touchstone.persistence.standing;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.standing.DecisionFixture.decided;
import static dev.touchstone.persistence.standing.DecisionFixture.undecided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.standing.DecisionLine;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.EvidenceNumbers;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcDecisionsIT {

  private static final LocalDate FIRST_DATE = LocalDate.of(2010, 10, 30);
  private static final LocalDate SECOND_DATE = LocalDate.of(2010, 10, 31);
  private static final NightId FIRST = new NightId(FIRST_DATE, 1);
  private static final NightId FIRST_AGAIN = new NightId(FIRST_DATE, 2);
  private static final NightId SECOND = new NightId(SECOND_DATE, 1);

  private IntakeFixture intake;
  private JdbcClient client;
  private JdbcDecisions decisions;
  private TransactionTemplate transaction;

  @BeforeEach
  void emptyTables() {
    DataSource dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    client = JdbcClient.create(dataSource);
    decisions = new JdbcDecisions(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @Test
  void givesBackWhatWasRecorded() {
    DecidedStanding silver = decided("P-1", FIRST_DATE, "SILVER");
    DecidedStanding left = undecided("P-2", FIRST_DATE);
    record(FIRST, silver, left);

    assertThat(decisions.find(FIRST, new PartnerId("P-1"))).contains(silver);
    assertThat(decisions.find(FIRST, new PartnerId("P-2"))).contains(left);
    assertThat(decisions.find(FIRST, new PartnerId("P-3"))).isEmpty();
  }

  @Test
  void keepsEveryFieldOfAStanding() {
    DecidedStanding atRisk =
        new DecidedStanding(
            decided("P-1", FIRST_DATE, "SILVER").decision(),
            new Standing(
                new Tier("SILVER"),
                new Tier("GOLD"),
                true,
                LocalDate.of(2010, 11, 29),
                FIRST_DATE));
    record(FIRST, atRisk);

    assertThat(decisions.find(FIRST, new PartnerId("P-1"))).contains(atRisk);
  }

  @Test
  void appendsOnlyWhatDiffersFromThePartnersLastRow() {
    record(FIRST, decided("P-1", FIRST_DATE, "SILVER"), decided("P-2", FIRST_DATE, "SILVER"));
    record(SECOND, decided("P-1", SECOND_DATE, "SILVER"), decided("P-2", SECOND_DATE, "GOLD"));

    assertThat(rowsOf("tier_decision"))
        .containsExactly("P-1 2010-10-30 1", "P-2 2010-10-30 1", "P-2 2010-10-31 1");
    assertThat(rowsOf("standing"))
        .containsExactly("P-1 2010-10-30 1", "P-2 2010-10-30 1", "P-2 2010-10-31 1");
  }

  @Test
  void appendsDecisionAndStandingEachOnItsOwn() {
    DecidedStanding first = decided("P-1", FIRST_DATE, "SILVER");
    record(FIRST, first);
    Standing other = new Standing(new Tier("SILVER"), new Tier("SILVER"), true, null, FIRST_DATE);
    record(SECOND, new DecidedStanding(decided("P-1", SECOND_DATE, "SILVER").decision(), other));

    assertThat(rowsOf("tier_decision")).containsExactly("P-1 2010-10-30 1");
    assertThat(rowsOf("standing")).containsExactly("P-1 2010-10-30 1", "P-1 2010-10-31 1");
  }

  @Test
  void changesNothingWhenTheSameIsRecordedAgain() {
    record(FIRST, decided("P-1", FIRST_DATE, "SILVER"));
    record(SECOND, decided("P-1", SECOND_DATE, "GOLD"));
    record(SECOND, decided("P-1", SECOND_DATE, "GOLD"));
    record(FIRST, decided("P-1", FIRST_DATE, "SILVER"));

    assertThat(rowsOf("tier_decision")).containsExactly("P-1 2010-10-30 1", "P-1 2010-10-31 1");
    assertThat(rowsOf("standing")).containsExactly("P-1 2010-10-30 1", "P-1 2010-10-31 1");
  }

  @Test
  void refusesToOverwriteWhatTheNightFound() {
    record(FIRST, decided("P-1", FIRST_DATE, "SILVER"));

    assertThatThrownBy(() -> record(FIRST, decided("P-1", FIRST_DATE, "GOLD")))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(decisions.find(FIRST, new PartnerId("P-1")))
        .contains(decided("P-1", FIRST_DATE, "SILVER"));
  }

  @Test
  void tellsWhatIsInForceAfterEachNightWithTheNightsDate() {
    record(FIRST, decided("P-1", FIRST_DATE, "SILVER"));
    record(FIRST_AGAIN, decided("P-1", FIRST_DATE, "GOLD"));
    record(SECOND, decided("P-1", SECOND_DATE, "GOLD"));

    assertThat(decisions.find(new NightId(FIRST_DATE.minusDays(1), 9), new PartnerId("P-1")))
        .isEmpty();
    assertThat(decisions.find(FIRST, new PartnerId("P-1")))
        .contains(decided("P-1", FIRST_DATE, "SILVER"));
    assertThat(decisions.find(FIRST_AGAIN, new PartnerId("P-1")))
        .contains(decided("P-1", FIRST_DATE, "GOLD"));
    assertThat(decisions.find(SECOND, new PartnerId("P-1")))
        .contains(decided("P-1", SECOND_DATE, "GOLD"));
  }

  @Test
  void streamsLinesInByteOrderOfPartners() {
    register("b", "a", "B", "none");
    record(FIRST, decided("b", FIRST_DATE, "SILVER"), undecided("B", FIRST_DATE));
    record(SECOND, decided("b", SECOND_DATE, "GOLD"), decided("a", SECOND_DATE, "SILVER"));

    assertThat(lines(FIRST)).extracting(line -> line.partner().value()).containsExactly("B", "b");
    List<DecisionLine> lines = lines(SECOND);
    assertThat(lines).extracting(line -> line.partner().value()).containsExactly("B", "a", "b");
    assertThat(lines.get(0).standing()).isEqualTo(Standing.NONE);
    assertThat(lines.get(2))
        .isEqualTo(
            new DecisionLine(
                new PartnerId("b"),
                decided("b", SECOND_DATE, "GOLD").standing(),
                new EvidenceNumbers(3, 2, 1, 2, 17),
                List.of(new SpecializationCode("CRM"), new SpecializationCode("SCM"))));
  }

  @Test
  void recordsChunksOfAnySize() {
    DecidedStanding[] many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> decided("P-" + i, FIRST_DATE, "SILVER"))
            .toArray(DecidedStanding[]::new);
    register(
        Stream.of(many)
            .map(decided -> decided.decision().partner().value())
            .toArray(String[]::new));
    record(FIRST);
    record(FIRST, many);
    record(FIRST, many);

    assertThat(lines(FIRST)).hasSize(1_000);
  }

  @Test
  void keepsADigestOfTheContentsBytes() {
    record(FIRST, decided("P-1", FIRST_DATE, "SILVER"));

    assertThat(
            client
                .sql(
                    """
                    SELECT digest = sha256(convert_to(content::text, 'UTF8')) FROM tier_decision
                    """)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void recordsOnlyWithinATransaction() {
    List<DecidedStanding> partners = List.of(decided("P-1", FIRST_DATE, "SILVER"));

    assertThatThrownBy(() -> decisions.record(FIRST, partners))
        .isInstanceOf(IllegalStateException.class);
  }

  private void register(String... partners) {
    intake.take(
        intake.night("2010-10-01"),
        PARTNERS,
        Stream.of(partners).map(id -> at(2, partner(id))).toArray(ParsedRow[]::new));
  }

  private void record(NightId night, DecidedStanding... partners) {
    transaction.executeWithoutResult(status -> decisions.record(night, List.of(partners)));
  }

  private List<DecisionLine> lines(NightId night) {
    List<DecisionLine> lines = new ArrayList<>();
    decisions.forEach(night, lines::add);
    return lines;
  }

  private List<String> rowsOf(String table) {
    return client
        .sql(
            "SELECT concat_ws(' ', partner_id, business_date, run) FROM "
                + table
                + " ORDER BY partner_id, business_date, run")
        .query(String.class)
        .list();
  }
}
