package dev.touchstone.application.intake;

import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.survey.ResponseId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The parsed values of a row, defaults applied: its content (formats.md, CSV). */
public sealed interface EvidenceRow {

  /** A partner and its status. */
  record PartnerRow(Partner partner, PartnerStatus status) implements EvidenceRow {}

  /** An enrollment; key: partner, specialization, kind, from. */
  record EnrollmentRow(
      PartnerId partner,
      SpecializationCode specialization,
      EnrollmentKind kind,
      LocalDate from,
      @Nullable LocalDate to)
      implements EvidenceRow {}

  /** A certificate; the partner is not content, it says whom the person works for. */
  record CertificationRow(
      CertificateId certificate,
      PersonId person,
      String personName,
      @Nullable String personEmail,
      PartnerId partner,
      CertificationCode code,
      LocalDate awardedOn,
      @Nullable LocalDate expiresOn,
      @Nullable LocalDate revokedOn)
      implements EvidenceRow {}

  /** A reference. */
  record ReferenceRow(
      ReferenceId reference,
      PartnerId partner,
      SpecializationCode specialization,
      CustomerName customer,
      @Nullable String customerVat,
      @Nullable String signatoryName,
      @Nullable String signatoryEmail,
      LocalDate requestedOn,
      @Nullable LocalDate signedOn,
      @Nullable LocalDate declinedOn,
      @Nullable LocalDate withdrawnOn)
      implements EvidenceRow {}

  /** A survey response; the vendor is the file's. */
  record SurveyRow(
      ResponseId response,
      PartnerId partner,
      LocalDate date,
      CustomerName customer,
      int satisfaction,
      @Nullable Integer recommend,
      @Nullable String respondentEmail,
      @Nullable String comment)
      implements EvidenceRow {}
}
