package dev.touchstone.persistence.standing;

import dev.touchstone.application.standing.EarnedTierCount;
import dev.touchstone.application.standing.port.out.EarnedTiers;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Earned tiers in {@code tier_decision}. */
public final class JdbcEarnedTiers implements EarnedTiers {

  private static final String COUNT =
      """
      SELECT d.earned, count(*) AS partners
      FROM partner p CROSS JOIN LATERAL tier_decision_after(p.partner_id, :date, :run) d
      WHERE p.superseded_at IS NULL
      GROUP BY d.earned
      ORDER BY d.earned COLLATE "C" NULLS FIRST
      """;

  private final JdbcClient client;

  /** Earned tiers in the database of the data source. */
  public JdbcEarnedTiers(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public List<EarnedTierCount> count(NightId night) {
    return client
        .sql(COUNT)
        .param("date", night.businessDate())
        .param("run", night.run())
        .query(
            (row, number) -> {
              String earned = row.getString("earned");
              return new EarnedTierCount(
                  earned == null ? null : new Tier(earned), row.getLong("partners"));
            })
        .list();
  }
}
