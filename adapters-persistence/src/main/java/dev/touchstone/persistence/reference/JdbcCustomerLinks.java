package dev.touchstone.persistence.reference;

import static java.util.Objects.requireNonNull;

import dev.touchstone.application.reference.FollowedLink;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.Mailing;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The links in {@code reference_link}. */
public final class JdbcCustomerLinks implements CustomerLinks {

  private static final String ADD =
      """
      INSERT INTO reference_link (token_hash, reference_id, kind, created_at, mail_state, mail_at)
      VALUES (:hash, :reference, :kind, :createdAt, 'PENDING', :createdAt)
      """;

  private static final String FIND =
      """
      SELECT f.*, EXISTS (
        SELECT FROM reference_link later
        WHERE later.reference_id = l.reference_id
          AND later.kind = l.kind
          AND later.link_id > l.link_id
      ) AS replaced
      FROM reference_link l
      JOIN (
      """
          + RequestRow.SELECT
          + """
          ) f USING (reference_id)
          WHERE l.token_hash = :hash AND l.kind = :kind
          """;

  /** The request alone: a lock on a join would be one on rows as they were before the wait. */
  private static final String LOCK =
      """
      SELECT 1 FROM reference_request
      WHERE reference_id = (
        SELECT reference_id FROM reference_link WHERE token_hash = :hash AND kind = :kind
      )
      FOR UPDATE
      """;

  private static final String AWAITS_MAIL =
      """
      SELECT EXISTS (
        SELECT FROM reference_link l
        WHERE l.token_hash = :hash AND l.mail_state = 'PENDING' AND NOT EXISTS (
          SELECT FROM reference_link later
          WHERE later.reference_id = l.reference_id
            AND later.kind = l.kind
            AND later.link_id > l.link_id
        )
      )
      """;

  private static final String SETTLE =
      """
      WITH settled AS (
        UPDATE reference_link SET mail_state = :state, mail_at = :at, mail_failure = :failure
        WHERE token_hash = :hash AND mail_state = 'PENDING'
        RETURNING reference_id
      )
      UPDATE reference_request r SET version = r.version + 1
      FROM settled s WHERE r.reference_id = s.reference_id
      """;

  private static final String LATEST_MAIL =
      """
      SELECT kind, mail_state, mail_at, mail_failure FROM reference_link
      WHERE reference_id = :reference
      ORDER BY link_id DESC
      LIMIT 1
      """;

  private static final String LAST_SENT =
      """
      SELECT max(mail_at) FROM reference_link
      WHERE reference_id = :reference AND kind = :kind AND mail_state = 'SENT'
      """;

  private static final String COUNT =
      """
      SELECT count(*)
      FROM reference_link l JOIN reference_request r USING (reference_id)
      WHERE r.partner_id = :partner AND l.kind = 'SIGNING' AND l.created_at >= :from
      """;

  private final JdbcClient client;

  /** Links in the database of the data source. */
  public JdbcCustomerLinks(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public void add(LinkHash hash, LinkKind kind, ReferenceId reference, Instant createdAt) {
    CallerTransaction.require();
    client
        .sql(ADD)
        .param("hash", hash.hex())
        .param("reference", reference.value())
        .param("kind", kind.name())
        .param("createdAt", RecordTime.of(createdAt))
        .update();
  }

  @Override
  public Optional<FollowedLink> find(LinkHash hash, LinkKind kind) {
    return client
        .sql(FIND)
        .param("hash", hash.hex())
        .param("kind", kind.name())
        .query(
            (row, number) ->
                new FollowedLink(RequestRow.read(row, number), row.getBoolean("replaced")))
        .optional();
  }

  @Override
  public Optional<FollowedLink> findAndLock(LinkHash hash, LinkKind kind) {
    CallerTransaction.require();
    client
        .sql(LOCK)
        .param("hash", hash.hex())
        .param("kind", kind.name())
        .query(Integer.class)
        .optional();
    return find(hash, kind);
  }

  @Override
  public boolean awaitsMail(LinkHash hash) {
    return client.sql(AWAITS_MAIL).param("hash", hash.hex()).query(Boolean.class).single();
  }

  @Override
  public void settleMail(LinkHash hash, MailState state, Instant at, @Nullable String failure) {
    CallerTransaction.require();
    client
        .sql(SETTLE)
        .param("hash", hash.hex())
        .param("state", state.name())
        .param("at", RecordTime.of(at))
        .param("failure", failure)
        .update();
  }

  @Override
  public Optional<Mailing> findLatestMail(ReferenceId reference) {
    return client
        .sql(LATEST_MAIL)
        .param("reference", reference.value())
        .query((row, number) -> toMailing(row))
        .optional();
  }

  @Override
  public Optional<Instant> findLastSent(ReferenceId reference, LinkKind kind) {
    return client
        .sql(LAST_SENT)
        .param("reference", reference.value())
        .param("kind", kind.name())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public int countSigningLinks(PartnerId partner, Instant from) {
    return client
        .sql(COUNT)
        .param("partner", partner.value())
        .param("from", RecordTime.of(from))
        .query(Integer.class)
        .single();
  }

  /** The mail of a row of links. */
  static Mailing toMailing(ResultSet row) throws SQLException {
    return new Mailing(
        LinkKind.valueOf(row.getString("kind")),
        MailState.valueOf(row.getString("mail_state")),
        requireNonNull(RecordTime.get(row, "mail_at")),
        row.getString("mail_failure"));
  }
}
