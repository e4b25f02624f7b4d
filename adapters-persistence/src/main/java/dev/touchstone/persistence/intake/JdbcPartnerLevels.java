package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.port.out.PartnerLevels;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Levels in {@code partner}. */
public final class JdbcPartnerLevels implements PartnerLevels {

  private static final String LEVELS =
      "SELECT partner_id, legacy_level FROM partner WHERE superseded_at IS NULL";

  private final JdbcClient client;

  /** Levels in the database of the data source. */
  public JdbcPartnerLevels(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Map<PartnerId, LegacyLevel> listLevels() {
    Map<PartnerId, LegacyLevel> levels = new HashMap<>();
    RowCallbackHandler add =
        row ->
            levels.put(
                new PartnerId(row.getString("partner_id")),
                LegacyLevel.valueOf(row.getString("legacy_level")));
    client.sql(LEVELS).query(add);
    return levels;
  }
}
