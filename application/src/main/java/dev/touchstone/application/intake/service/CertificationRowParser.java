package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.EvidenceRow.CertificationRow;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.partner.PartnerId;
import org.jspecify.annotations.Nullable;

/** Certifications (formats.md, CSV). */
final class CertificationRowParser implements RowParser<CertificationRow> {

  private final Catalog catalog;

  CertificationRowParser(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public CertificationRow read(RowValues values) throws BadValueException {
    return new CertificationRow(
        new CertificateId(values.requiredId("certificate_id")),
        new PersonId(values.requiredId("person_id")),
        values.requiredText("person_name"),
        values.text("person_email"),
        new PartnerId(values.requiredId("partner_id")),
        new CertificationCode(values.requiredId("certification_code")),
        values.requiredDate("awarded_on"),
        values.date("expires_on"),
        values.date("revoked_on"));
  }

  @Override
  public @Nullable Fault findFault(CertificationRow row) {
    Fault fault = CatalogCodes.findFault("certification_code", row.code(), catalog);
    return fault != null
        ? fault
        : new DateOrder()
            .expect("awarded_on", row.awardedOn(), "expires_on", row.expiresOn())
            .expect("awarded_on", row.awardedOn(), "revoked_on", row.revokedOn())
            .fault();
  }
}
