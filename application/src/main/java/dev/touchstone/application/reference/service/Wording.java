package dev.touchstone.application.reference.service;

import dev.touchstone.application.reference.port.out.RequestingPartners;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.reference.ReferenceRequest;
import dev.touchstone.domain.reference.Statement;
import dev.touchstone.domain.text.Language;
import java.time.LocalDate;

/** What customers read of a request: names instead of ids, in their language. */
public final class Wording {

  private final Catalogs catalogs;
  private final RequestingPartners partners;

  /** Names from these. */
  public Wording(Catalogs catalogs, RequestingPartners partners) {
    this.catalogs = catalogs;
    this.partners = partners;
  }

  Statement statementOf(ReferenceRequest request, Language language, LocalDate date) {
    return StatementText.of(
        language,
        request.customer(),
        partnerOf(request),
        specializationOf(request, language),
        date);
  }

  String partnerOf(ReferenceRequest request) {
    return partners.getName(request.partner());
  }

  /**
   * The specialization's name; its code where the catalog has it no more, or not in the language.
   */
  String specializationOf(ReferenceRequest request, Language language) {
    SpecializationCode code = request.specialization();
    return catalogs
        .getCatalog()
        .findSpecialization(code)
        .map(specialization -> specialization.names().getOrDefault(language.code(), code.value()))
        .orElse(code.value());
  }
}
