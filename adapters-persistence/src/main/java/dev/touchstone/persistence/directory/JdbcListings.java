package dev.touchstone.persistence.directory;

import dev.touchstone.application.directory.ChangedListing;
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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Listings joined from what is in force after a night and the profiles and offers known to it, but
 * for those of partners known to hide. What is read does not grow with the number of nights before.
 */
public final class JdbcListings implements Listings {

  private static final String KNOWN_AT =
      """
      SELECT evidence_known_at FROM night
      WHERE business_date = :date AND run = :run AND evidence_known_at IS NOT NULL
      """;

  /** What is listed after the night. */
  private static final String LISTING =
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
      """;

  private static final String FOR_EACH = KnownVersions.fill(LISTING + "ORDER BY p.partner_id");

  private static final String FOR_EACH_CHANGED =
      KnownVersions.fill(
          """
          SELECT changed.partner_id AS changed_partner_id, listing.*
          FROM (
          %s
          ) changed
          LEFT JOIN LATERAL (
          %s
          AND p.partner_id = changed.partner_id
          ) listing ON true
          ORDER BY changed.partner_id
          """
              .formatted(ChangedListings.PARTNERS, LISTING));

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
      OffsetDateTime knownAt = getKnownAt(snapshot.client(), night);
      try (KnownOffers offers = KnownOffers.ofAll(snapshot, knownAt);
          Stream<Listing> listings =
              statement(snapshot.client(), FOR_EACH, night)
                  .param("knownAt", knownAt)
                  .query((row, number) -> toListing(row, offers))
                  .stream()) {
        listings.forEach(consumer);
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the intake of one of the nights has not ended
   */
  @Override
  public void forEachChanged(NightId earlier, NightId night, Consumer<ChangedListing> consumer) {
    try (Snapshot snapshot = Snapshot.open(dataSource)) {
      UnaryOperator<StatementSpec> params = changesBetween(snapshot.client(), earlier, night);
      try (KnownOffers offers = KnownOffers.ofChanged(snapshot, params);
          Stream<ChangedListing> changed =
              params
                  .apply(snapshot.client().sql(FOR_EACH_CHANGED))
                  .query((row, number) -> toChangedListing(row, offers))
                  .stream()) {
        changed.forEach(consumer);
      }
    }
  }

  private static UnaryOperator<StatementSpec> changesBetween(
      JdbcClient client, NightId earlier, NightId night) {
    OffsetDateTime knownBefore = getKnownAt(client, earlier);
    OffsetDateTime knownAt = getKnownAt(client, night);
    return statement ->
        statement
            .param("earlierDate", earlier.businessDate())
            .param("earlierRun", earlier.run())
            .param("knownBefore", knownBefore)
            .param("date", night.businessDate())
            .param("run", night.run())
            .param("knownAt", knownAt);
  }

  private static OffsetDateTime getKnownAt(JdbcClient client, NightId night) {
    return statement(client, KNOWN_AT, night)
        .query(OffsetDateTime.class)
        .optional()
        .orElseThrow(
            () -> new IllegalStateException("The intake of night " + night + " has not ended"));
  }

  private static StatementSpec statement(JdbcClient client, String sql, NightId night) {
    return client.sql(sql).param("date", night.businessDate()).param("run", night.run());
  }

  private static ChangedListing toChangedListing(ResultSet row, KnownOffers offers)
      throws SQLException {
    return new ChangedListing(
        new PartnerId(row.getString("changed_partner_id")),
        row.getString("partner_id") == null ? null : toListing(row, offers));
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
