package dev.touchstone.batch.sample;

import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invented partner with all its evidence, as files will state it. */
record SamplePartner(
    String id,
    String name,
    String city,
    String province,
    LocalDate registeredOn,
    LegacyLevel legacyLevel,
    PartnerStatus status,
    List<Enrolled> enrollments,
    List<Certificate> certificates,
    List<Referenced> references,
    List<Response> responses) {

  /** A toolkit or a competency. */
  record Enrolled(SpecializationCode specialization, EnrollmentKind kind, LocalDate from) {}

  /** A certificate and its holder. */
  record Certificate(
      String id,
      String personId,
      String personName,
      CertificationCode code,
      LocalDate awardedOn,
      @Nullable LocalDate expiresOn,
      @Nullable LocalDate revokedOn) {}

  /** A reference. */
  record Referenced(
      String id,
      SpecializationCode specialization,
      String customer,
      String signatory,
      LocalDate requestedOn,
      @Nullable LocalDate signedOn,
      @Nullable LocalDate declinedOn,
      @Nullable LocalDate withdrawnOn) {}

  /** A survey response; the vendor is told by its number. */
  record Response(
      int vendor, String id, LocalDate date, String customer, int satisfaction, int recommend) {}
}
