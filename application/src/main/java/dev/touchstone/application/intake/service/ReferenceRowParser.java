package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.EvidenceRow.ReferenceRow;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import org.jspecify.annotations.Nullable;

/** References (formats.md, CSV). */
final class ReferenceRowParser implements RowParser<ReferenceRow> {

  private final Catalog catalog;

  ReferenceRowParser(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public ReferenceRow read(RowValues values) throws BadValueException {
    return new ReferenceRow(
        new ReferenceId(values.requiredId("reference_id")),
        new PartnerId(values.requiredId("partner_id")),
        new SpecializationCode(values.requiredId("specialization")),
        new CustomerName(values.requiredText("customer_name")),
        values.text("customer_vat"),
        values.text("signatory_name"),
        values.text("signatory_email"),
        values.requiredDate("requested_on"),
        values.date("signed_on"),
        values.date("declined_on"),
        values.date("withdrawn_on"));
  }

  /** A signed reference ignores its decline, but the file still has to state it in order. */
  @Override
  public @Nullable Fault findFault(ReferenceRow row) {
    Fault fault = CatalogCodes.findFault("specialization", row.specialization(), catalog);
    return fault != null
        ? fault
        : new DateOrder()
            .expect("requested_on", row.requestedOn(), "signed_on", row.signedOn())
            .expect("requested_on", row.requestedOn(), "declined_on", row.declinedOn())
            .expect("requested_on", row.requestedOn(), "withdrawn_on", row.withdrawnOn())
            .expect("signed_on", row.signedOn(), "withdrawn_on", row.withdrawnOn())
            .fault();
  }
}
