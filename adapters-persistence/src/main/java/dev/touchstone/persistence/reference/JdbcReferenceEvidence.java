package dev.touchstone.persistence.reference;

import dev.touchstone.application.reference.port.out.ReferenceEvidence;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.reference.Signature;
import dev.touchstone.persistence.postgres.CallerTransaction;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The versions in {@code reference} that people brought about. */
public final class JdbcReferenceEvidence implements ReferenceEvidence {

  private static final String SUPERSEDE =
      """
      UPDATE reference SET superseded_at = :recordedAt
      WHERE reference_id = :id AND superseded_at IS NULL
      """;

  private static final String ADD =
      """
      INSERT INTO reference (reference_id, partner_id, specialization, customer_name, customer_vat,
        signatory_name, signatory_email, requested_on, signed_on, declined_on, withdrawn_on,
        business_date, audit_id, recorded_at)
      VALUES (:id, :partner, :specialization, :customer, :vat, :signatoryName, :signatoryEmail,
        :requestedOn, :signedOn, :declinedOn, :withdrawnOn, :businessDate, :auditId, :recordedAt)
      """;

  private final JdbcClient client;

  /** Evidence in the database of the data source. */
  public JdbcReferenceEvidence(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public void record(
      ReferenceRequest request, long auditId, LocalDate businessDate, Instant recordedAt) {
    CallerTransaction.require();
    RequestState state = request.state();
    Signature signature = signatureOf(state);
    client
        .sql(SUPERSEDE)
        .param("id", request.id().value())
        .param("recordedAt", RecordTime.of(recordedAt))
        .update();
    client
        .sql(ADD)
        .param("id", request.id().value())
        .param("partner", request.partner().value())
        .param("specialization", request.specialization().value())
        .param("customer", request.customer().value())
        .param("vat", request.customerVat())
        .param("signatoryName", signature == null ? request.signatoryName() : signature.signatory())
        .param("signatoryEmail", request.signatoryEmail().value())
        .param("requestedOn", request.requestedOn())
        .param("signedOn", signature == null ? null : signature.on(), Types.DATE)
        .param("declinedOn", state instanceof RequestState.Declined d ? d.on() : null, Types.DATE)
        .param("withdrawnOn", state instanceof RequestState.Withdrawn w ? w.on() : null, Types.DATE)
        .param("businessDate", businessDate)
        .param("auditId", auditId)
        .param("recordedAt", RecordTime.of(recordedAt))
        .update();
  }

  private static @Nullable Signature signatureOf(RequestState state) {
    if (state instanceof RequestState.Signed signed) {
      return signed.signature();
    }
    return state instanceof RequestState.Withdrawn withdrawn ? withdrawn.signature() : null;
  }
}
