package dev.touchstone.persistence.directory;

import dev.touchstone.application.directory.port.out.Listings;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.KnownVersions;
import dev.touchstone.persistence.postgres.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Listings joined from what is in force after a night and the profiles and offers known to it, but
 * for those of partners known to hide.
 */
public final class JdbcListings implements Listings {

  private static final String KNOWN_AT =
      """
      SELECT evidence_known_at FROM night
      WHERE business_date = :date AND run = :run AND evidence_known_at IS NOT NULL
      """;

  private static final String FOR_EACH =
      """
      SELECT p.partner_id, p.name, s.held, s.since, s.legacy, p.city, p.province, p.country,
        p.website, d.competencies
      FROM partner p
      CROSS JOIN LATERAL standing_after(p.partner_id, :date, :run) s
      CROSS JOIN LATERAL tier_decision_after(p.partner_id, :date, :run) d
      WHERE s.held IS NOT NULL
        AND {known p}
        AND NOT EXISTS (
          SELECT FROM partner_hiding h
          WHERE h.partner_id = p.partner_id AND h.hidden AND {known h}
        )
      ORDER BY p.partner_id
      """;

  private final DataSource dataSource;

  /** Listings from the database of the data source. */
  public JdbcListings(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the night's intake has not ended
   */
  @Override
  public void forEach(NightId night, Consumer<Listing> consumer) {
    try (Snapshot snapshot = Snapshot.open(dataSource)) {
      OffsetDateTime knownAt =
          statement(snapshot.client(), KNOWN_AT, night)
              .query(OffsetDateTime.class)
              .optional()
              .orElseThrow(
                  () ->
                      new IllegalStateException("The intake of night " + night + " has not ended"));
      try (KnownOffers offers = new KnownOffers(snapshot, knownAt);
          Stream<Listing> listings =
              statement(snapshot.client(), KnownVersions.fill(FOR_EACH), night)
                  .param("knownAt", knownAt)
                  .query((row, number) -> toListing(row, offers))
                  .stream()) {
        listings.forEach(consumer);
      }
    }
  }

  private static StatementSpec statement(JdbcClient client, String sql, NightId night) {
    return client.sql(sql).param("date", night.businessDate()).param("run", night.run());
  }

  private static Listing toListing(ResultSet row, KnownOffers offers) throws SQLException {
    PartnerId partner = new PartnerId(row.getString("partner_id"));
    return new Listing(
        partner,
        row.getString("name"),
        new Tier(row.getString("held")),
        row.getObject("since", LocalDate.class),
        row.getBoolean("legacy"),
        row.getString("city"),
        row.getString("province"),
        row.getString("country"),
        row.getString("website"),
        Stream.of((String[]) row.getArray("competencies").getArray())
            .map(SpecializationCode::new)
            .toList(),
        offers.take(partner));
  }
}
