package dev.touchstone.persistence.standing;

import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.standing.DecisionFixture.decided;
import static dev.touchstone.persistence.standing.DecisionFixture.undecided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.directory.JdbcListings;
import dev.touchstone.persistence.intake.IntakeFixture;
import dev.touchstone.persistence.night.JdbcNights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is read of a history of several nights, row by row at the end of the primary key, beside the
 * plain statement over all of the history.
 */
class StandingHistoryIT {

  private static final List<String> TIERS = List.of("REGISTERED", "SILVER", "GOLD");
  private static final Ladder LADDER = new Ladder(TIERS.stream().map(Tier::new).toList());
  private static final int PARTNERS_MADE = 12;

  private static final String DEMOTED =
      """
      SELECT partner_id || ' ' || b.held || ' ' || a.held
      FROM standings_after(:earlierDate, :earlierRun) b
      JOIN standings_after(:date, :run) a USING (partner_id)
      WHERE array_position(:ladder, a.held) < array_position(:ladder, b.held)
      ORDER BY partner_id
      """;

  private static final String HELD =
      "SELECT count(*) FROM standings_after(:date, :run) WHERE held IS NOT NULL";

  private static final String MOVED =
      """
      SELECT coalesce(b.held, '-') || ' ' || coalesce(a.held, '-') || ' ' || count(*)
      FROM standings_after(:date, :run) a
      LEFT JOIN standings_after(:earlierDate, :earlierRun) b USING (partner_id)
      GROUP BY b.held, a.held
      ORDER BY b.held COLLATE "C" NULLS FIRST, a.held COLLATE "C" NULLS FIRST
      """;

  private static final String LISTED =
      """
      SELECT partner_id || ' ' || s.held
      FROM standings_after(:date, :run) s JOIN tier_decisions_after(:date, :run) d USING (partner_id)
      WHERE s.held IS NOT NULL
      ORDER BY partner_id
      """;

  private static final String DECIDED =
      """
      SELECT concat_ws(' ', partner_id, coalesce(d.earned, '-'), coalesce(s.held, '-'), s.since)
      FROM standings_after(:date, :run) s JOIN tier_decisions_after(:date, :run) d USING (partner_id)
      ORDER BY partner_id
      """;

  private static final String EARNED =
      """
      SELECT coalesce(earned, '-') || ' ' || count(*)
      FROM tier_decisions_after(:date, :run)
      GROUP BY earned
      ORDER BY earned COLLATE "C" NULLS FIRST
      """;

  private static final String REPEATED =
      """
      SELECT count(*)
      FROM (
        SELECT digest = lag(digest) OVER (PARTITION BY partner_id ORDER BY business_date, run) AS same
        FROM tier_decision
        UNION ALL
        SELECT content = lag(content) OVER (PARTITION BY partner_id ORDER BY business_date, run)
        FROM (
          SELECT *, concat_ws('|', coalesce(earned, '-'), coalesce(held, '-'), since) AS content
          FROM standing
        ) s
      ) appended
      WHERE same
      """;

  @Test
  void agreesWithThePlainStatementsOverAnyHistory() {
    for (long seed = 1; seed <= 6; seed++) {
      DataSource dataSource = MigratedDatabase.empty();
      List<NightId> nights = makeHistory(new Random(seed), dataSource);
      JdbcDemotions demotions = new JdbcDemotions(dataSource);
      assertThat(JdbcClient.create(dataSource).sql(REPEATED).query(Long.class).single())
          .as("seed " + seed)
          .isZero();
      for (int later = 0; later < nights.size(); later++) {
        NightId night = nights.get(later);
        String what = "seed " + seed + ", " + night;
        assertThat(demotions.countHeld(night))
            .as(what)
            .isEqualTo(plain(dataSource, HELD, night).query(Long.class).single());
        assertThat(listed(dataSource, night))
            .as(what)
            .isEqualTo(plain(dataSource, LISTED, night).query(String.class).list());
        List<String> decided = plain(dataSource, DECIDED, night).query(String.class).list();
        assertThat(found(dataSource, night)).as(what).isEqualTo(decided);
        assertThat(streamed(dataSource, night)).as(what).isEqualTo(decided);
        assertThat(earned(dataSource, night))
            .as(what)
            .isEqualTo(plain(dataSource, EARNED, night).query(String.class).list());
        for (int earlier = 0; earlier < later; earlier++) {
          NightId before = nights.get(earlier);
          assertThat(demoted(demotions, before, night))
              .as(what + " after " + before)
              .isEqualTo(
                  between(dataSource, DEMOTED, before, night)
                      .param("ladder", TIERS.toArray(String[]::new))
                      .query(String.class)
                      .list());
        }
        if (later > 0) {
          assertThat(moved(dataSource, night))
              .as(what)
              .isEqualTo(
                  between(dataSource, MOVED, nights.get(later - 1), night)
                      .query(String.class)
                      .list());
        }
      }
    }
  }

  /** Complete nights, some of them runs of one date, each of which decides some of the partners. */
  private static List<NightId> makeHistory(Random random, DataSource dataSource) {
    IntakeFixture intake = new IntakeFixture(dataSource);
    JdbcNights nights = new JdbcNights(dataSource);
    JdbcDecisions decisions = new JdbcDecisions(dataSource);
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(dataSource));
    List<NightId> made = new ArrayList<>();
    LocalDate date = LocalDate.of(2010, 11, 1);
    for (int i = 0; i < 8; i++) {
      boolean again = i > 0 && random.nextInt(3) == 0;
      int run = again ? made.get(i - 1).run() + 1 : 1;
      date = again ? date : date.plusDays(1 + random.nextInt(3));
      NightId night = intake.run(date.toString(), run);
      if (i == 0) {
        intake.take(
            night,
            PARTNERS,
            IntStream.range(0, PARTNERS_MADE)
                .mapToObj(n -> at(2, partner("P-" + n)))
                .toArray(ParsedRow[]::new));
      }
      nights.fixEvidence(night, intake.now());
      List<DecidedStanding> decided = new ArrayList<>();
      for (int n = 0; n < PARTNERS_MADE; n++) {
        if (random.nextInt(3) == 0) {
          int tier = random.nextInt(TIERS.size() + 1);
          decided.add(
              tier == TIERS.size()
                  ? undecided("P-" + n, date)
                  : decided("P-" + n, date, TIERS.get(tier)));
        }
      }
      transaction.executeWithoutResult(status -> decisions.record(night, decided));
      nights.complete(night, intake.tick());
      made.add(night);
    }
    return made;
  }

  private static List<String> demoted(JdbcDemotions demotions, NightId before, NightId night) {
    List<String> demoted = new ArrayList<>();
    demotions.forEach(
        before,
        night,
        LADDER,
        demotion ->
            demoted.add(
                demotion.after().decision().partner()
                    + " "
                    + demotion.before().held()
                    + " "
                    + demotion.after().standing().held()));
    return demoted;
  }

  private static List<String> listed(DataSource dataSource, NightId night) {
    List<String> listed = new ArrayList<>();
    new JdbcListings(dataSource)
        .forEach(night, listing -> listed.add(listing.partner() + " " + listing.tier()));
    return listed;
  }

  private static List<String> found(DataSource dataSource, NightId night) {
    JdbcDecisions decisions = new JdbcDecisions(dataSource);
    return IntStream.range(0, PARTNERS_MADE)
        .mapToObj(n -> new PartnerId("P-" + n))
        .sorted()
        .flatMap(
            partner ->
                decisions.find(night, partner).stream()
                    .map(found -> line(partner, found.decision().earned(), found.standing())))
        .toList();
  }

  private static List<String> streamed(DataSource dataSource, NightId night) {
    List<String> streamed = new ArrayList<>();
    new JdbcDecisions(dataSource)
        .forEach(
            night,
            line -> streamed.add(line(line.partner(), line.standing().earned(), line.standing())));
    return streamed;
  }

  private static String line(PartnerId partner, @Nullable Tier earned, Standing standing) {
    return partner
        + " "
        + (earned == null ? "-" : earned)
        + " "
        + (standing.held() == null ? "-" : standing.held())
        + (standing.since() == null ? "" : " " + standing.since());
  }

  private static List<String> earned(DataSource dataSource, NightId night) {
    return new JdbcEarnedTiers(dataSource)
        .count(night).stream()
            .map(count -> (count.tier() == null ? "-" : count.tier()) + " " + count.partners())
            .toList();
  }

  private static List<String> moved(DataSource dataSource, NightId night) {
    return new JdbcNights(dataSource)
        .getFigures(night).moves().stream()
            .map(
                move ->
                    (move.before() == null ? "-" : move.before())
                        + " "
                        + (move.after() == null ? "-" : move.after())
                        + " "
                        + move.partners())
            .toList();
  }

  private static StatementSpec plain(DataSource dataSource, String sql, NightId night) {
    return JdbcClient.create(dataSource)
        .sql(sql)
        .param("date", night.businessDate())
        .param("run", night.run());
  }

  private static StatementSpec between(
      DataSource dataSource, String sql, NightId before, NightId night) {
    return plain(dataSource, sql, night)
        .param("earlierDate", before.businessDate())
        .param("earlierRun", before.run());
  }
}
