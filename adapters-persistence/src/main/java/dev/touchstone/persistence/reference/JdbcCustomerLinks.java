package dev.touchstone.persistence.reference;

import static java.util.Objects.requireNonNull;

import dev.touchstone.application.reference.DueMail;
import dev.touchstone.application.reference.FollowedLink;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.MailedLink;
import dev.touchstone.application.reference.Mailing;
import dev.touchstone.application.reference.port.out.CustomerLinks;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The links in {@code reference_link}. */
public final class JdbcCustomerLinks implements CustomerLinks {

  /** Whoever is at sending one of these learns that it is not to be sent any more. */
  private static final String TAKE_OUT =
      """
      UPDATE reference_link SET due_at = NULL, mail_state = 'FAILED', mail_at = :at,
        mail_failure = coalesce(mail_failure, :failure)
      WHERE reference_id = :reference AND kind = :kind AND due_at IS NOT NULL
      """;

  private static final String LEFT_BEHIND =
      "Nobody knows whether the mail was sent; a later one takes its place.";

  private static final String ADD =
      """
      INSERT INTO reference_link (token_hash, reference_id, kind, attempt, created_at, mail_state,
        mail_at, due_at)
      VALUES (:hash, :reference, :kind, :attempt, :createdAt, 'PENDING', :createdAt, :dueAt)
      """;

  private static final String FIND =
      """
      SELECT f.*, EXISTS (
        SELECT FROM reference_link later
        WHERE later.reference_id = l.reference_id
          AND later.kind = l.kind
          AND later.link_id > l.link_id
          AND later.mail_state = 'SENT'
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

  private static final String CLAIM =
      """
      UPDATE reference_link SET due_at = :dueAt
      WHERE token_hash = :hash AND mail_state = 'PENDING'
      """;

  private static final String SETTLE =
      """
      UPDATE reference_link SET mail_state = :state, mail_at = :at, mail_failure = :failure,
        due_at = :againAt
      WHERE token_hash = :hash AND due_at IS NOT NULL
      """;

  /** Requests that somebody else holds are passed over; the next round finds them. */
  private static final String LOCK_DUE =
      """
      SELECT reference_id FROM reference_request JOIN reference_link l USING (reference_id)
      WHERE l.due_at <= :now
      ORDER BY l.due_at, l.link_id
      LIMIT 1
      FOR UPDATE OF reference_request SKIP LOCKED
      """;

  /** With the request held, what has become of its mail by now; whoever sends it is waited for. */
  private static final String STILL_DUE =
      """
      SELECT token_hash, kind, attempt, created_at FROM reference_link
      WHERE reference_id = :reference AND due_at <= :now
      ORDER BY due_at, link_id
      LIMIT 1
      FOR UPDATE
      """;

  private static final String REQUEST = RequestRow.SELECT + "WHERE r.reference_id = :reference";

  private static final String LATEST_MAIL =
      """
      SELECT kind, mail_state, mail_at, mail_failure, attempt, due_at FROM reference_link
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
      WHERE r.partner_id = :partner AND l.kind = 'SIGNING' AND l.attempt = 1
        AND l.created_at >= :from
      """;

  private final JdbcClient client;

  /** Links in the database of the data source. */
  public JdbcCustomerLinks(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public void add(MailedLink link, Instant dueAt) {
    CallerTransaction.require();
    client
        .sql(TAKE_OUT)
        .param("reference", link.reference().value())
        .param("kind", link.kind().name())
        .param("at", RecordTime.of(link.createdAt()))
        .param("failure", LEFT_BEHIND)
        .update();
    client
        .sql(ADD)
        .param("hash", link.hash().hex())
        .param("reference", link.reference().value())
        .param("kind", link.kind().name())
        .param("attempt", link.attempt())
        .param("createdAt", RecordTime.of(link.createdAt()))
        .param("dueAt", RecordTime.of(dueAt))
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
  public boolean claimMail(LinkHash hash, Instant dueAt) {
    CallerTransaction.require();
    return client.sql(CLAIM).param("hash", hash.hex()).param("dueAt", RecordTime.of(dueAt)).update()
        == 1;
  }

  @Override
  public void settleMail(
      LinkHash hash,
      MailState state,
      Instant at,
      @Nullable String failure,
      @Nullable Instant againAt) {
    CallerTransaction.require();
    client
        .sql(SETTLE)
        .param("hash", hash.hex())
        .param("state", state.name())
        .param("at", RecordTime.of(at))
        .param("failure", failure)
        .param("againAt", RecordTime.ofNullable(againAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  @Override
  public Optional<DueMail> findAndLockDue(Instant now) {
    CallerTransaction.require();
    return client
        .sql(LOCK_DUE)
        .param("now", RecordTime.of(now))
        .query(String.class)
        .optional()
        .flatMap(reference -> findDue(reference, now));
  }

  private Optional<DueMail> findDue(String reference, Instant now) {
    return client
        .sql(STILL_DUE)
        .param("reference", reference)
        .param("now", RecordTime.of(now))
        .query((row, number) -> toLink(row, reference))
        .optional()
        .map(
            link ->
                new DueMail(
                    link,
                    client
                        .sql(REQUEST)
                        .param("reference", reference)
                        .query(RequestRow::read)
                        .single()));
  }

  private static MailedLink toLink(ResultSet row, String reference) throws SQLException {
    return new MailedLink(
        new LinkHash(row.getString("token_hash")),
        LinkKind.valueOf(row.getString("kind")),
        new ReferenceId(reference),
        row.getInt("attempt"),
        requireNonNull(RecordTime.get(row, "created_at")));
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
    MailState state = MailState.valueOf(row.getString("mail_state"));
    return new Mailing(
        LinkKind.valueOf(row.getString("kind")),
        state,
        requireNonNull(RecordTime.get(row, "mail_at")),
        row.getString("mail_failure"),
        row.getInt("attempt"),
        state == MailState.FAILED ? RecordTime.get(row, "due_at") : null);
  }
}
