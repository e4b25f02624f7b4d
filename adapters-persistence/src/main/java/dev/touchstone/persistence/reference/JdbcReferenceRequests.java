package dev.touchstone.persistence.reference;

import dev.touchstone.application.reference.AskedReference;
import dev.touchstone.application.reference.port.out.ReferenceRequests;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.reference.Signature;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The requests in {@code reference_request}, what was signed in {@code reference_signature}. */
public final class JdbcReferenceRequests implements ReferenceRequests {

  private static final String NEXT =
      "SELECT concat_ws('-', 'R', own_series(), nextval('reference_number'))";

  private static final String IS_TAKEN =
      "SELECT EXISTS (SELECT FROM reference WHERE reference_id = :id)";

  private static final String ADD =
      """
      INSERT INTO reference_request (reference_id, partner_id, specialization, customer_name,
        customer_vat, signatory_name, signatory_email, language, requested_at, requested_on, state,
        expires_at, version)
      VALUES (:id, :partner, :specialization, :customer, :vat, :signatoryName, :signatoryEmail,
        :language, :requestedAt, :requestedOn, 'OPEN', :expiresAt, :version)
      """;

  private static final String UPDATE =
      """
      UPDATE reference_request SET state = :state, expires_at = coalesce(:expiresAt, expires_at),
        declined_at = :declinedAt, declined_on = :declinedOn, withdrawn_at = :withdrawnAt,
        withdrawn_on = :withdrawnOn, version = version + 1
      WHERE reference_id = :id AND version = :version
      """;

  private static final String SIGN =
      """
      INSERT INTO reference_signature (reference_id, statement, language, sha256, signatory,
        signed_at, signed_on)
      VALUES (:id, :statement, :language, :sha256, :signatory, :signedAt, :signedOn)
      ON CONFLICT (reference_id) DO NOTHING
      """;

  private static final String LOCK =
      RequestRow.SELECT
          + """
          WHERE r.partner_id = :partner AND r.reference_id = :id
          FOR UPDATE OF r
          """;

  private static final String ASKED =
      """
      SELECT e.reference_id, e.customer_name, e.signatory_email, e.requested_on FROM reference e
      WHERE e.partner_id = :partner
        AND e.specialization = :specialization
        AND e.requested_on > :after
        AND e.superseded_at IS NULL
        AND NOT EXISTS (
          SELECT FROM reference_request r
          WHERE r.reference_id = e.reference_id AND r.state = 'OPEN' AND NOT EXISTS (
            SELECT FROM reference_link l
            WHERE l.reference_id = r.reference_id
              AND (l.mail_state = 'SENT' OR l.due_at IS NOT NULL)
          )
        )
      ORDER BY e.requested_on DESC, e.reference_id
      """;

  private final JdbcClient client;

  /** Requests in the database of the data source. */
  public JdbcReferenceRequests(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public ReferenceId nextId() {
    String id = client.sql(NEXT).query(String.class).single();
    while (client.sql(IS_TAKEN).param("id", id).query(Boolean.class).single()) {
      id = client.sql(NEXT).query(String.class).single();
    }
    return new ReferenceId(id);
  }

  @Override
  public void add(ReferenceRequest request) {
    CallerTransaction.require();
    RequestState.Open open = (RequestState.Open) request.state();
    client
        .sql(ADD)
        .param("id", request.id().value())
        .param("partner", request.partner().value())
        .param("specialization", request.specialization().value())
        .param("customer", request.customer().value())
        .param("vat", request.customerVat())
        .param("signatoryName", request.signatoryName())
        .param("signatoryEmail", request.signatoryEmail().value())
        .param("language", request.language().name())
        .param("requestedAt", RecordTime.of(request.requestedAt()))
        .param("requestedOn", request.requestedOn())
        .param("expiresAt", RecordTime.of(open.expiresAt()))
        .param("version", request.version())
        .update();
  }

  @Override
  public boolean update(ReferenceRequest request) {
    CallerTransaction.require();
    RequestState state = request.state();
    RequestState.Open open = state instanceof RequestState.Open o ? o : null;
    RequestState.Declined declined = state instanceof RequestState.Declined d ? d : null;
    RequestState.Withdrawn withdrawn = state instanceof RequestState.Withdrawn w ? w : null;
    int updated =
        client
            .sql(UPDATE)
            .param("id", request.id().value())
            .param("version", request.version())
            .param("state", nameOf(state))
            .param(
                "expiresAt",
                RecordTime.ofNullable(open == null ? null : open.expiresAt()),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param(
                "declinedAt",
                RecordTime.ofNullable(declined == null ? null : declined.at()),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param("declinedOn", declined == null ? null : declined.on(), Types.DATE)
            .param(
                "withdrawnAt",
                RecordTime.ofNullable(withdrawn == null ? null : withdrawn.at()),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param("withdrawnOn", withdrawn == null ? null : withdrawn.on(), Types.DATE)
            .update();
    if (updated == 1 && state instanceof RequestState.Signed signed) {
      keep(request.id(), signed.signature());
    }
    return updated == 1;
  }

  private void keep(ReferenceId reference, Signature signature) {
    client
        .sql(SIGN)
        .param("id", reference.value())
        .param("statement", signature.statement().text())
        .param("language", signature.statement().language().name())
        .param("sha256", signature.statement().sha256())
        .param("signatory", signature.signatory())
        .param("signedAt", RecordTime.of(signature.at()))
        .param("signedOn", signature.on())
        .update();
  }

  @Override
  public Optional<ReferenceRequest> findAndLock(PartnerId partner, ReferenceId reference) {
    CallerTransaction.require();
    return client
        .sql(LOCK)
        .param("partner", partner.value())
        .param("id", reference.value())
        .query(RequestRow::read)
        .optional();
  }

  @Override
  public List<AskedReference> listAsked(
      PartnerId partner, SpecializationCode specialization, LocalDate after) {
    return client
        .sql(ASKED)
        .param("partner", partner.value())
        .param("specialization", specialization.value())
        .param("after", after)
        .query(
            (row, number) ->
                new AskedReference(
                    new ReferenceId(row.getString("reference_id")),
                    new CustomerName(row.getString("customer_name")),
                    row.getString("signatory_email"),
                    row.getObject("requested_on", LocalDate.class)))
        .list();
  }

  private static String nameOf(RequestState state) {
    if (state instanceof RequestState.Open) {
      return "OPEN";
    } else if (state instanceof RequestState.Signed) {
      return "SIGNED";
    } else if (state instanceof RequestState.Declined) {
      return "DECLINED";
    }
    return "WITHDRAWN";
  }
}
