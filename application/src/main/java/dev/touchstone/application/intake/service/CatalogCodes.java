package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.SpecializationCode;
import org.jspecify.annotations.Nullable;

/** Looks codes up in the catalog. */
final class CatalogCodes {

  private CatalogCodes() {}

  static @Nullable Fault findFault(String column, SpecializationCode code, Catalog catalog) {
    return catalog.findSpecialization(code).isPresent()
        ? null
        : Fault.in(
            column,
            RejectReason.UNKNOWN_SPECIALIZATION,
            Detail.value(column, code.value())
                + " is not in the catalog; write the code of a specialization, exact in case");
  }

  static @Nullable Fault findFault(String column, CertificationCode code, Catalog catalog) {
    return catalog.knows(code)
        ? null
        : Fault.in(
            column,
            RejectReason.UNKNOWN_CERTIFICATION_CODE,
            Detail.value(column, code.value())
                + " is accepted by no specialization; write a code of the catalog, exact in case");
  }
}
