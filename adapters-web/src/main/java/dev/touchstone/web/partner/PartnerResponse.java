package dev.touchstone.web.partner;

import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A partner as its profile shows it. */
record PartnerResponse(
    @Schema(example = "P00001") String partnerId,
    @Schema(example = "Rossi Informatica S.r.l.") String name,
    @Schema(example = "IT01234567890") @Nullable String vatNumber,
    @Schema(example = "Città di Castello") @Nullable String city,
    @Schema(example = "PG") @Nullable String province,
    @Schema(example = "IT") @Nullable String country,
    @Schema(example = "https://rossi.example") @Nullable String website,
    @Schema(example = "info@rossi.example") @Nullable String contactEmail,
    @Schema(description = "Whether it hides from the directory.") boolean hidden,
    @Schema(example = "2010-10-30") LocalDate registeredOn,
    @Schema(description = "What it was in the previous program.") LegacyLevel legacyLevel,
    @Schema(description = "Whether it takes part today.") PartnerStatus status) {

  static PartnerResponse of(KnownPartner known) {
    Partner partner = known.partner();
    return new PartnerResponse(
        partner.id().value(),
        partner.name(),
        partner.vatNumber(),
        partner.city(),
        partner.province(),
        partner.country(),
        partner.website(),
        partner.contactEmail(),
        known.hidden(),
        partner.registeredOn(),
        partner.legacyLevel(),
        known.status());
  }
}
