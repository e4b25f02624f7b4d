package dev.touchstone.persistence.directory;

import static java.util.Objects.requireNonNull;

import dev.touchstone.application.directory.KeptOffer;
import dev.touchstone.application.directory.port.out.Offers;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.directory.OfferText;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The offers in {@code offer}. */
public final class JdbcOffers implements Offers {

  private static final String FIND =
      """
      SELECT * FROM offer
      WHERE partner_id = :partner AND offer_id = :offer AND superseded_at IS NULL
      """;

  private static final String LIST =
      """
      SELECT * FROM offer
      WHERE partner_id = :partner AND offer_id > :after AND superseded_at IS NULL
      ORDER BY offer_id
      LIMIT :limit
      """;

  private static final String COUNT_STANDING =
      """
      SELECT count(*) FROM offer
      WHERE partner_id = :partner AND superseded_at IS NULL AND NOT withdrawn
      """;

  private static final String SUPERSEDE =
      """
      UPDATE offer SET superseded_at = :recordedAt
      WHERE partner_id = :partner AND offer_id = :offer AND superseded_at IS NULL
      """;

  private static final String APPEND =
      """
      INSERT INTO offer (offer_id, partner_id, title_it, text_it, title_en, text_en,
        specializations, provinces, withdrawn, audit_id, recorded_at)
      VALUES (:offer, :partner, :titleIt, :textIt, :titleEn, :textEn, :specializations, :provinces,
        :withdrawn, :auditId, :recordedAt)
      RETURNING *
      """;

  private final JdbcClient client;

  /** Offers in the database of the data source. */
  public JdbcOffers(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public OfferId nextId() {
    return OfferId.ofNumber(
        client.sql("SELECT nextval('offer_number')").query(Long.class).single());
  }

  @Override
  public Optional<KeptOffer> find(PartnerId partner, OfferId offer) {
    return client
        .sql(FIND)
        .param("partner", partner.value())
        .param("offer", offer.value())
        .query(JdbcOffers::toKeptOffer)
        .optional();
  }

  @Override
  public List<KeptOffer> list(PartnerId partner, @Nullable OfferId after, int limit) {
    return client
        .sql(LIST)
        .param("partner", partner.value())
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query(JdbcOffers::toKeptOffer)
        .list();
  }

  @Override
  public int countStanding(PartnerId partner) {
    return client
        .sql(COUNT_STANDING)
        .param("partner", partner.value())
        .query(Integer.class)
        .single();
  }

  @Override
  public KeptOffer record(
      PartnerId partner, Offer offer, boolean withdrawn, Instant recordedAt, long auditId) {
    CallerTransaction.require();
    client
        .sql(SUPERSEDE)
        .param("partner", partner.value())
        .param("offer", offer.id().value())
        .param("recordedAt", RecordTime.of(recordedAt))
        .update();
    OfferContent content = offer.content();
    OfferText italian = content.italian();
    OfferText english = content.english();
    return client
        .sql(APPEND)
        .param("offer", offer.id().value())
        .param("partner", partner.value())
        .param("titleIt", italian == null ? null : italian.title())
        .param("textIt", italian == null ? null : italian.text())
        .param("titleEn", english == null ? null : english.title())
        .param("textEn", english == null ? null : english.text())
        .param(
            "specializations",
            content.specializations().stream()
                .map(SpecializationCode::value)
                .toArray(String[]::new))
        .param("provinces", content.provinces().toArray(String[]::new))
        .param("withdrawn", withdrawn)
        .param("auditId", auditId)
        .param("recordedAt", RecordTime.of(recordedAt))
        .query(JdbcOffers::toKeptOffer)
        .single();
  }

  private static KeptOffer toKeptOffer(ResultSet row, int number) throws SQLException {
    return new KeptOffer(
        new PartnerId(row.getString("partner_id")),
        toOffer(row),
        row.getBoolean("withdrawn"),
        row.getLong("version_id"),
        requireNonNull(RecordTime.get(row, "recorded_at")));
  }

  static Offer toOffer(ResultSet row) throws SQLException {
    return new Offer(
        new OfferId(row.getString("offer_id")),
        new OfferContent(
            toText(row.getString("title_it"), row.getString("text_it")),
            toText(row.getString("title_en"), row.getString("text_en")),
            texts(row, "specializations").map(SpecializationCode::new).toList(),
            texts(row, "provinces").toList()));
  }

  private static @Nullable OfferText toText(@Nullable String title, @Nullable String text) {
    return title == null || text == null ? null : new OfferText(title, text);
  }

  private static Stream<String> texts(ResultSet row, String column) throws SQLException {
    return Stream.of((String[]) row.getArray(column).getArray());
  }
}
