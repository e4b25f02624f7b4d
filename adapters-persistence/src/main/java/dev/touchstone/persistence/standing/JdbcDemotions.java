package dev.touchstone.persistence.standing;

import dev.touchstone.application.standing.Demotion;
import dev.touchstone.application.standing.port.out.Demotions;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Demotions from {@code standing}: what is in force after two nights, side by side. */
public final class JdbcDemotions implements Demotions {

  private static final String COUNT_HELD =
      "SELECT count(*) FROM standings_after(:date, :run) WHERE held IS NOT NULL";

  /** A standing has a row only where it is another than before: without one, nobody is demoted. */
  private static final String FOR_EACH =
      """
      WITH changed AS (
        SELECT DISTINCT partner_id FROM standing
        WHERE (business_date, run) > (:earlierDate, :earlierRun)
          AND (business_date, run) <= (:laterDate, :laterRun)
      ),
      demoted AS (
        SELECT changed.partner_id, a.earned, a.held, a.legacy, a.at_risk_until, a.since,
          b.earned AS before_earned, b.held AS before_held, b.legacy AS before_legacy,
          b.at_risk_until AS before_at_risk_until, b.since AS before_since
        FROM changed
        CROSS JOIN LATERAL (
          SELECT * FROM standings_after(:earlierDate, :earlierRun) s
          WHERE s.partner_id = changed.partner_id
        ) b
        CROSS JOIN LATERAL (
          SELECT * FROM standings_after(:laterDate, :laterRun) s
          WHERE s.partner_id = changed.partner_id
        ) a
        WHERE array_position(:ladder, a.held) < array_position(:ladder, b.held)
      )
      SELECT demoted.*, decision.content
      FROM demoted
      CROSS JOIN LATERAL (
        SELECT d.content FROM tier_decisions_after(:laterDate, :laterRun) d
        WHERE d.partner_id = demoted.partner_id
      ) decision
      ORDER BY demoted.partner_id
      """;

  private final DataSource dataSource;

  /** Demotions in the database of the data source. */
  public JdbcDemotions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public long countHeld(NightId night) {
    return JdbcClient.create(dataSource)
        .sql(COUNT_HELD)
        .param("date", night.businessDate())
        .param("run", night.run())
        .query(Long.class)
        .single();
  }

  @Override
  public void forEach(NightId earlier, NightId later, Ladder ladder, Consumer<Demotion> consumer) {
    LocalDate date = later.businessDate();
    try (Snapshot snapshot = Snapshot.open(dataSource);
        Stream<Demotion> demotions =
            snapshot
                .client()
                .sql(FOR_EACH)
                .param("earlierDate", earlier.businessDate())
                .param("earlierRun", earlier.run())
                .param("laterDate", date)
                .param("laterRun", later.run())
                .param("ladder", ladder.tiers().stream().map(Tier::name).toArray(String[]::new))
                .query((row, number) -> toDemotion(row, date))
                .stream()) {
      demotions.forEach(consumer);
    }
  }

  private static Demotion toDemotion(ResultSet row, LocalDate date) throws SQLException {
    return new Demotion(
        JdbcDecisions.toStanding(row, "before_"),
        new DecidedStanding(
            DecisionJson.read(row.getString("content"))
                .toDecision(new PartnerId(row.getString("partner_id")), date),
            JdbcDecisions.toStanding(row)));
  }
}
