package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.EvidenceRow.PartnerRow;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import org.jspecify.annotations.Nullable;

/** Partners (formats.md, CSV). */
final class PartnerRowParser implements RowParser<PartnerRow> {

  @Override
  public PartnerRow read(RowValues values) throws BadValueException {
    return new PartnerRow(
        new Partner(
            new PartnerId(values.requiredId("partner_id")),
            values.requiredText("name"),
            values.text("vat_number"),
            values.text("city"),
            values.text("province"),
            values.text("country"),
            values.text("website"),
            values.text("contact_email"),
            values.requiredDate("registered_on"),
            values.choice("legacy_level", LegacyLevel.NONE)),
        values.choice("status", PartnerStatus.ACTIVE));
  }

  @Override
  public @Nullable Fault findFault(PartnerRow row) {
    return null;
  }
}
