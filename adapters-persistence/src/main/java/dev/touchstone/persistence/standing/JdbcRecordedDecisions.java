package dev.touchstone.persistence.standing;

import dev.touchstone.application.standing.RecordedDecision;
import dev.touchstone.application.standing.port.out.RecordedDecisions;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.time.NightId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One partner's rows of {@code tier_decision} and {@code standing}, side by side. Rows of a night
 * that was never complete count with the next complete one, where they are still in force.
 */
public final class JdbcRecordedDecisions implements RecordedDecisions {

  private static final String LIST =
      """
      WITH recorded AS (
        SELECT business_date, run FROM tier_decision WHERE partner_id = :partner
        UNION
        SELECT business_date, run FROM standing WHERE partner_id = :partner
      ),
      step AS (
        SELECT DISTINCT complete.business_date, complete.run
        FROM recorded CROSS JOIN LATERAL (
          SELECT night.business_date, night.run FROM night
          WHERE completed_at IS NOT NULL
            AND (night.business_date, night.run) >= (recorded.business_date, recorded.run)
          ORDER BY night.business_date, night.run
          LIMIT 1
        ) complete
        WHERE (complete.business_date, complete.run) <= (:upToDate, :upToRun)
          AND (complete.business_date, complete.run) < (:beforeDate, :beforeRun)
      ),
      state AS (
        SELECT step.business_date, step.run, d.content, s.earned, s.held, s.legacy,
          s.at_risk_until, s.since,
          ROW(d.digest, s.earned, s.held, s.legacy, s.at_risk_until, s.since) AS whole
        FROM step
        CROSS JOIN LATERAL (
          SELECT content, digest FROM tier_decision
          WHERE partner_id = :partner AND (business_date, run) <= (step.business_date, step.run)
          ORDER BY business_date DESC, run DESC
          LIMIT 1
        ) d
        CROSS JOIN LATERAL (
          SELECT * FROM standing
          WHERE partner_id = :partner AND (business_date, run) <= (step.business_date, step.run)
          ORDER BY business_date DESC, run DESC
          LIMIT 1
        ) s
      ),
      change AS (
        SELECT *, lag(whole) OVER (ORDER BY business_date, run) AS before FROM state
      )
      SELECT business_date, run, content, earned, held, legacy, at_risk_until, since
      FROM change
      WHERE whole IS DISTINCT FROM before
      ORDER BY business_date DESC, run DESC
      LIMIT :limit
      """;

  private final JdbcClient client;

  /** Decisions in the database of the data source. */
  public JdbcRecordedDecisions(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public List<RecordedDecision> list(
      PartnerId partner, NightId upTo, @Nullable NightId before, int limit) {
    NightId end = before == null ? new NightId(upTo.businessDate(), upTo.run() + 1) : before;
    return client
        .sql(LIST)
        .param("partner", partner.value())
        .param("upToDate", upTo.businessDate())
        .param("upToRun", upTo.run())
        .param("beforeDate", end.businessDate())
        .param("beforeRun", end.run())
        .param("limit", limit)
        .query((row, number) -> toRecordedDecision(partner, row))
        .list();
  }

  private static RecordedDecision toRecordedDecision(PartnerId partner, ResultSet row)
      throws SQLException {
    NightId night = new NightId(row.getObject("business_date", LocalDate.class), row.getInt("run"));
    return new RecordedDecision(
        night,
        new DecidedStanding(
            DecisionJson.read(row.getString("content")).toDecision(partner, night.businessDate()),
            JdbcDecisions.toStanding(row)));
  }
}
