package dev.touchstone.persistence.reference;

import static java.util.Objects.requireNonNull;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.RequestState;
import dev.touchstone.domain.reference.Signature;
import dev.touchstone.domain.reference.Statement;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.Language;
import dev.touchstone.persistence.postgres.RecordTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** A row of {@code reference_request} with its signature, if there is one. */
final class RequestRow {

  /** Selects the rows that {@link #read} reads. */
  static final String SELECT =
      """
      SELECT r.*, s.statement, s.language AS signed_language, s.signatory, s.signed_at,
        s.signed_on
      FROM reference_request r
      LEFT JOIN reference_signature s USING (reference_id)
      """;

  private RequestRow() {}

  static ReferenceRequest read(ResultSet row, int number) throws SQLException {
    return new ReferenceRequest(
        new ReferenceId(row.getString("reference_id")),
        new PartnerId(row.getString("partner_id")),
        new SpecializationCode(row.getString("specialization")),
        new CustomerName(row.getString("customer_name")),
        row.getString("customer_vat"),
        row.getString("signatory_name"),
        new EmailAddress(row.getString("signatory_email")),
        Language.valueOf(row.getString("language")),
        moment(row, "requested_at"),
        day(row, "requested_on"),
        readState(row),
        row.getLong("version"));
  }

  private static RequestState readState(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return switch (state) {
      case "OPEN" -> new RequestState.Open(moment(row, "expires_at"));
      case "SIGNED" -> new RequestState.Signed(readSignature(row));
      case "DECLINED" ->
          new RequestState.Declined(moment(row, "declined_at"), day(row, "declined_on"));
      case "WITHDRAWN" ->
          new RequestState.Withdrawn(
              readSignature(row), moment(row, "withdrawn_at"), day(row, "withdrawn_on"));
      default -> throw new IllegalStateException("A request in state " + state);
    };
  }

  private static Signature readSignature(ResultSet row) throws SQLException {
    return new Signature(
        new Statement(
            row.getString("statement"), Language.valueOf(row.getString("signed_language"))),
        row.getString("signatory"),
        moment(row, "signed_at"),
        day(row, "signed_on"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return requireNonNull(RecordTime.get(row, column));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return requireNonNull(row.getObject(column, LocalDate.class));
  }
}
