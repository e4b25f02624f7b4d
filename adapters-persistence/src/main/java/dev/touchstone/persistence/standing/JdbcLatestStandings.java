package dev.touchstone.persistence.standing;

import dev.touchstone.application.standing.NightStanding;
import dev.touchstone.application.standing.port.out.LatestStandings;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Standings by one statement that reads the end of two primary keys and no more; it may run a
 * thousand times a second.
 */
public final class JdbcLatestStandings implements LatestStandings {

  static final String FIND =
      """
      SELECT n.business_date, n.run, n.policy, n.policy_version,
        s.partner_id, s.earned, s.held, s.legacy, s.at_risk_until, s.since
      FROM (
        SELECT business_date, run, policy, policy_version FROM night
        WHERE completed_at IS NOT NULL
        ORDER BY business_date DESC, run DESC
        LIMIT 1
      ) n
      LEFT JOIN LATERAL (
        SELECT * FROM standing
        WHERE partner_id = :partner AND (business_date, run) <= (n.business_date, n.run)
        ORDER BY business_date DESC, run DESC
        LIMIT 1
      ) s ON true
      """;

  private final JdbcClient client;

  /** Standings in the database of the data source. */
  public JdbcLatestStandings(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<NightStanding> find(PartnerId partner) {
    return client
        .sql(FIND)
        .param("partner", partner.value())
        .query(JdbcLatestStandings::toNightStanding)
        .optional();
  }

  private static NightStanding toNightStanding(ResultSet row, int number) throws SQLException {
    return new NightStanding(
        new NightId(row.getObject("business_date", LocalDate.class), row.getInt("run")),
        new PolicyVersion(row.getString("policy"), row.getInt("policy_version")),
        row.getString("partner_id") == null ? null : JdbcDecisions.toStanding(row));
  }
}
