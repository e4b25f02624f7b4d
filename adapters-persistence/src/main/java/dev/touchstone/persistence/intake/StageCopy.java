package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.EvidenceRow;
import dev.touchstone.application.intake.EvidenceRow.CertificationRow;
import dev.touchstone.application.intake.EvidenceRow.EnrollmentRow;
import dev.touchstone.application.intake.EvidenceRow.PartnerRow;
import dev.touchstone.application.intake.EvidenceRow.ReferenceRow;
import dev.touchstone.application.intake.EvidenceRow.SurveyRow;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.persistence.postgres.BinaryCopy;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/** How the rows of one kind are written into its stage. */
final class StageCopy<R extends EvidenceRow> {

  private static final List<String> ROW_COLUMNS =
      List.of(
          "file_id",
          "sheet_index",
          "sheet",
          "line",
          "key",
          "parsed",
          "fault_reason",
          "fault_detail",
          "fault_columns");

  private static final StageCopy<PartnerRow> PARTNERS =
      new StageCopy<>(
          PartnerRow.class,
          StageCopy::writePartner,
          "partner_id",
          "name",
          "vat_number",
          "city",
          "province",
          "country",
          "website",
          "contact_email",
          "registered_on",
          "legacy_level",
          "status");

  private static final StageCopy<EnrollmentRow> ENROLLMENTS =
      new StageCopy<>(
          EnrollmentRow.class,
          StageCopy::writeEnrollment,
          "partner_id",
          "specialization",
          "kind",
          "valid_from",
          "valid_until");

  private static final StageCopy<CertificationRow> CERTIFICATIONS =
      new StageCopy<>(
          CertificationRow.class,
          StageCopy::writeCertification,
          "certificate_id",
          "person_id",
          "person_name",
          "person_email",
          "partner_id",
          "certification_code",
          "awarded_on",
          "expires_on",
          "revoked_on");

  private static final StageCopy<ReferenceRow> REFERENCES =
      new StageCopy<>(
          ReferenceRow.class,
          StageCopy::writeReference,
          "reference_id",
          "partner_id",
          "specialization",
          "customer_name",
          "customer_vat",
          "signatory_name",
          "signatory_email",
          "requested_on",
          "signed_on",
          "declined_on",
          "withdrawn_on");

  private static final StageCopy<SurveyRow> SURVEYS =
      new StageCopy<>(
          SurveyRow.class,
          StageCopy::writeSurvey,
          "vendor",
          "response_id",
          "partner_id",
          "answered_on",
          "customer_name",
          "satisfaction",
          "recommend",
          "respondent_email",
          "comment");

  private final Class<R> rowType;
  private final RowWriter<R> writer;
  private final List<String> columns;

  private StageCopy(Class<R> rowType, RowWriter<R> writer, String... valueColumns) {
    this.rowType = rowType;
    this.writer = writer;
    this.columns = Stream.concat(ROW_COLUMNS.stream(), Stream.of(valueColumns)).toList();
  }

  /** Writes the values of a row, in the order of the columns. */
  @FunctionalInterface
  private interface RowWriter<R> {
    void write(BinaryCopy copy, IntakeFile file, R row) throws SQLException;
  }

  static StageCopy<?> of(EvidenceKind kind) {
    return switch (kind) {
      case PARTNERS -> PARTNERS;
      case ENROLLMENTS -> ENROLLMENTS;
      case CERTIFICATIONS -> CERTIFICATIONS;
      case REFERENCES -> REFERENCES;
      case SURVEYS -> SURVEYS;
    };
  }

  /** Copies rows of a file into the stage, within the caller's transaction. */
  void copy(JdbcOperations jdbc, IntakeFile file, List<ParsedRow> rows) {
    String stage = EvidenceTable.of(file.file().kind()).stage();
    BinaryCopy.into(
        jdbc,
        stage,
        columns,
        copy -> {
          for (ParsedRow row : rows) {
            write(copy, file, row);
          }
        });
  }

  private void write(BinaryCopy copy, IntakeFile file, ParsedRow row) throws SQLException {
    copy.beginRow();
    RowPlace place = row.place();
    copy.writeLong(file.id());
    copy.writeInt(place.sheetIndex());
    copy.writeText(place.sheet());
    copy.writeLong(place.line());
    copy.writeText(row.key());
    copy.writeBoolean(row.row() != null);
    Fault fault = row.fault();
    if (fault == null) {
      copy.writeNull();
      copy.writeNull();
      copy.writeNull();
    } else {
      copy.writeText(fault.reason().name());
      copy.writeText(fault.detail());
      copy.writeTexts(fault.columns());
    }
    if (row.row() == null) {
      copy.writeNullsToEnd();
    } else {
      writer.write(copy, file, rowType.cast(row.row()));
    }
  }

  private static void writePartner(BinaryCopy copy, IntakeFile file, PartnerRow row)
      throws SQLException {
    Partner partner = row.partner();
    copy.writeText(partner.id().value());
    copy.writeText(partner.name());
    copy.writeText(partner.vatNumber());
    copy.writeText(partner.city());
    copy.writeText(partner.province());
    copy.writeText(partner.country());
    copy.writeText(partner.website());
    copy.writeText(partner.contactEmail());
    copy.writeDate(partner.registeredOn());
    copy.writeText(partner.legacyLevel().name());
    copy.writeText(row.status().name());
  }

  private static void writeEnrollment(BinaryCopy copy, IntakeFile file, EnrollmentRow row)
      throws SQLException {
    copy.writeText(row.partner().value());
    copy.writeText(row.specialization().value());
    copy.writeText(row.kind().name());
    copy.writeDate(row.from());
    copy.writeDate(row.to());
  }

  private static void writeCertification(BinaryCopy copy, IntakeFile file, CertificationRow row)
      throws SQLException {
    copy.writeText(row.certificate().value());
    copy.writeText(row.person().value());
    copy.writeText(row.personName());
    copy.writeText(row.personEmail());
    copy.writeText(row.partner().value());
    copy.writeText(row.code().value());
    copy.writeDate(row.awardedOn());
    copy.writeDate(row.expiresOn());
    copy.writeDate(row.revokedOn());
  }

  private static void writeReference(BinaryCopy copy, IntakeFile file, ReferenceRow row)
      throws SQLException {
    copy.writeText(row.reference().value());
    copy.writeText(row.partner().value());
    copy.writeText(row.specialization().value());
    copy.writeText(row.customer().value());
    copy.writeText(row.customerVat());
    copy.writeText(row.signatoryName());
    copy.writeText(row.signatoryEmail());
    copy.writeDate(row.requestedOn());
    copy.writeDate(row.signedOn());
    copy.writeDate(row.declinedOn());
    copy.writeDate(row.withdrawnOn());
  }

  private static void writeSurvey(BinaryCopy copy, IntakeFile file, SurveyRow row)
      throws SQLException {
    SurveyVendor vendor = Objects.requireNonNull(file.file().vendor(), "vendor of a survey file");
    copy.writeText(vendor.value());
    copy.writeText(row.response().value());
    copy.writeText(row.partner().value());
    copy.writeDate(row.date());
    copy.writeText(row.customer().value());
    copy.writeInt(row.satisfaction());
    if (row.recommend() == null) {
      copy.writeNull();
    } else {
      copy.writeInt(row.recommend());
    }
    copy.writeText(row.respondentEmail());
    copy.writeText(row.comment());
  }
}
