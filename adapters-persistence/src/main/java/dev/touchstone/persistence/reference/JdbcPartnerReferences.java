package dev.touchstone.persistence.reference;

import static java.util.Objects.requireNonNull;

import dev.touchstone.application.reference.ListedReference;
import dev.touchstone.application.reference.port.out.PartnerReferences;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceStatus;
import dev.touchstone.domain.text.Language;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The current versions in {@code reference}, with what is known of those asked for by mail. */
public final class JdbcPartnerReferences implements PartnerReferences {

  private static final String SELECT =
      """
      SELECT e.*, r.language, r.expires_at, r.version, l.kind, l.mail_state, l.mail_at,
        l.mail_failure, l.attempt, l.due_at
      FROM reference e
      LEFT JOIN reference_request r USING (reference_id, partner_id)
      LEFT JOIN LATERAL (
        SELECT * FROM reference_link WHERE reference_id = r.reference_id
        ORDER BY link_id DESC
        LIMIT 1
      ) l ON true
      WHERE e.partner_id = :partner AND e.superseded_at IS NULL
      """;

  private static final String FIND = SELECT + "AND e.reference_id = :id";

  private static final String LIST =
      SELECT
          + """
          AND e.reference_id > :after
          ORDER BY e.reference_id
          LIMIT :limit
          """;

  private final JdbcClient client;

  /** References in the database of the data source. */
  public JdbcPartnerReferences(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public List<ListedReference> list(
      PartnerId partner, @Nullable ReferenceId after, int limit, Instant now) {
    return client
        .sql(LIST)
        .param("partner", partner.value())
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query((row, number) -> toReference(row, now))
        .list();
  }

  @Override
  public Optional<ListedReference> find(PartnerId partner, ReferenceId reference, Instant now) {
    return client
        .sql(FIND)
        .param("partner", partner.value())
        .param("id", reference.value())
        .query((row, number) -> toReference(row, now))
        .optional();
  }

  private static ListedReference toReference(ResultSet row, Instant now) throws SQLException {
    LocalDate signedOn = row.getObject("signed_on", LocalDate.class);
    LocalDate declinedOn = row.getObject("declined_on", LocalDate.class);
    LocalDate withdrawnOn = row.getObject("withdrawn_on", LocalDate.class);
    Instant expiresAt = RecordTime.get(row, "expires_at");
    return new ListedReference(
        new ReferenceId(row.getString("reference_id")),
        new SpecializationCode(row.getString("specialization")),
        new CustomerName(row.getString("customer_name")),
        row.getString("customer_vat"),
        row.getString("signatory_name"),
        row.getString("signatory_email"),
        requireNonNull(row.getObject("requested_on", LocalDate.class)),
        signedOn,
        declinedOn,
        withdrawnOn,
        ReferenceStatus.of(
            signedOn, declinedOn, withdrawnOn, expiresAt != null && !now.isBefore(expiresAt)),
        expiresAt == null ? null : toByMail(row, expiresAt));
  }

  private static ListedReference.ByMail toByMail(ResultSet row, Instant expiresAt)
      throws SQLException {
    return new ListedReference.ByMail(
        Language.valueOf(row.getString("language")),
        expiresAt,
        JdbcCustomerLinks.toMailing(row),
        row.getLong("version"));
  }
}
