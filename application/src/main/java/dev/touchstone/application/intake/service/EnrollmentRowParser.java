package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.EvidenceRow.EnrollmentRow;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.PartnerId;
import org.jspecify.annotations.Nullable;

/** Enrollments (formats.md, CSV). */
final class EnrollmentRowParser implements RowParser<EnrollmentRow> {

  private final Catalog catalog;

  EnrollmentRowParser(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public EnrollmentRow read(RowValues values) throws BadValueException {
    return new EnrollmentRow(
        new PartnerId(values.requiredId("partner_id")),
        new SpecializationCode(values.requiredId("specialization")),
        values.requiredChoice("kind", EnrollmentKind.class),
        values.requiredDate("from"),
        values.date("to"));
  }

  @Override
  public @Nullable Fault findFault(EnrollmentRow row) {
    Fault fault = CatalogCodes.findFault("specialization", row.specialization(), catalog);
    return fault != null
        ? fault
        : new DateOrder().expect("from", row.from(), "to", row.to()).fault();
  }
}
