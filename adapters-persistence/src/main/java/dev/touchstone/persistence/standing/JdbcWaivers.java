package dev.touchstone.persistence.standing;

import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The waivers in {@code waiver}. */
public final class JdbcWaivers implements Waivers {

  private static final String KNOWN_AT =
      """
      SELECT * FROM waiver
      WHERE recorded_at <= :knownAt AND (superseded_at IS NULL OR superseded_at > :knownAt)
      ORDER BY waiver_id
      """;

  private final JdbcClient client;

  /** Waivers in the database of the data source. */
  public JdbcWaivers(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public List<Waiver> listKnownAt(Instant moment) {
    return client
        .sql(KNOWN_AT)
        .param("knownAt", RecordTime.of(moment))
        .query(JdbcWaivers::toWaiver)
        .list();
  }

  private static Waiver toWaiver(ResultSet row, int number) throws SQLException {
    return new Waiver(
        new WaiverId(row.getLong("waiver_id")),
        toTarget(row),
        new TierCriterion(
            new Tier(row.getString("tier")), CriterionKind.valueOf(row.getString("criterion"))),
        row.getString("author"),
        row.getString("reason"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }

  private static WaiverTarget toTarget(ResultSet row) throws SQLException {
    String partner = row.getString("partner_id");
    if (partner != null) {
      return new WaiverTarget.OnePartner(new PartnerId(partner));
    }
    String legacyLevel = row.getString("legacy_level");
    return new WaiverTarget.Cohort(
        row.getObject("registered_from", LocalDate.class),
        row.getObject("registered_before", LocalDate.class),
        row.getString("province"),
        legacyLevel == null ? null : LegacyLevel.valueOf(legacyLevel));
  }
}
