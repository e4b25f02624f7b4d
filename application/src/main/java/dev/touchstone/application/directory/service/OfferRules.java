package dev.touchstone.application.directory.service;

import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.time.ProgramDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What a partner may offer: what it is known to request in the program. */
public final class OfferRules {

  private final Catalogs catalogs;
  private final Dossiers dossiers;

  /** Rules by the catalog and the partners' enrollments. */
  public OfferRules(Catalogs catalogs, Dossiers dossiers) {
    this.catalogs = catalogs;
    this.dossiers = dossiers;
  }

  /** What is known of the partner. */
  Optional<PartnerEvidence> findPartner(PartnerId partner, Instant now) {
    return dossiers.find(partner, now);
  }

  /** What speaks against the offer of a partner, in a sentence. */
  Optional<String> findObjection(PartnerEvidence evidence, Offer offer, Instant now) {
    Catalog catalog = catalogs.getCatalog();
    LocalDate today = now.atZone(ProgramDays.ZONE).toLocalDate();
    if (!evidence.takesPartOn(today)) {
      return Optional.of(
          "The partner does not take part in the program today: it can read its offers and take"
              + " them back, but not make or change any.");
    }
    for (SpecializationCode code : offer.content().specializations()) {
      if (catalog.findSpecialization(code).isEmpty()) {
        return Optional.of(
            "The catalog has no specialization %s. Codes are exact in case.".formatted(code));
      }
      if (!requests(evidence, code, today)) {
        return Optional.of(
            "The partner does not request %s: add the competency first, or leave it out."
                .formatted(code));
      }
    }
    return Optional.empty();
  }

  private static boolean requests(
      PartnerEvidence evidence, SpecializationCode code, LocalDate today) {
    return evidence.enrollments().stream()
        .anyMatch(
            enrollment ->
                enrollment.kind() == EnrollmentKind.COMPETENCY
                    && enrollment.specialization().equals(code)
                    && enrollment.validity().holdsOn(today));
  }
}
