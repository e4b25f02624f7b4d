package dev.touchstone.persistence.tier;

import dev.touchstone.application.tier.port.out.Dossiers.DossierCursor;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonAtPartner;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.partner.StatusChange;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyResponse;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.time.Validity;
import dev.touchstone.persistence.postgres.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Merge-joins ordered streams of one snapshot into the evidence on one partner after another. */
final class SnapshotCursor implements DossierCursor {

  private static final String PARTNERS =
      """
      SELECT p.partner_id, p.name, p.vat_number, p.city, p.province, p.country, p.website,
        p.contact_email, p.registered_on, p.legacy_level
      FROM partner p
      WHERE {in p} AND {known p}
      ORDER BY p.partner_id
      """;

  private static final String STATUSES =
      """
      SELECT s.partner_id, s.valid_from, s.status
      FROM partner_status s
      WHERE {in s} AND {known s}
      ORDER BY s.partner_id, s.valid_from
      """;

  private static final String ENROLLMENTS =
      """
      SELECT e.partner_id, e.specialization, e.kind, e.valid_from, e.valid_until
      FROM enrollment e
      WHERE {in e} AND {known e}
      ORDER BY e.partner_id, e.specialization, e.kind, e.valid_from
      """;

  private static final String EMPLOYMENTS =
      """
      SELECT e.partner_id, e.person_id, e.valid_from, (
          SELECT min(n.valid_from) FROM employment n
          WHERE n.person_id = e.person_id AND n.valid_from > e.valid_from AND {known n}
        ) AS valid_until
      FROM employment e
      WHERE {in e} AND {known e} AND NOT e.has_left
      ORDER BY e.partner_id, e.person_id, e.valid_from
      """;

  private static final String CERTIFICATIONS =
      """
      SELECT w.partner_id, c.person_id, c.certificate_id, c.certification_code, c.awarded_on,
        c.expires_on, c.revoked_on
      FROM (
        SELECT DISTINCT e.partner_id, e.person_id FROM employment e WHERE {in e} AND {known e}
      ) w
      JOIN certification c ON c.person_id = w.person_id
      WHERE {known c}
      ORDER BY w.partner_id, c.person_id, c.certificate_id
      """;

  private static final String REFERENCES =
      """
      SELECT r.partner_id, r.reference_id, r.specialization, r.customer_name, r.signed_on,
        r.withdrawn_on
      FROM reference r
      WHERE {in r} AND {known r}
      ORDER BY r.partner_id, r.reference_id
      """;

  private static final String RESPONSES =
      """
      SELECT s.partner_id, s.vendor, s.response_id, s.answered_on, s.customer_name, s.satisfaction
      FROM survey_response s
      WHERE {in s} AND {known s}
      ORDER BY s.partner_id, s.vendor, s.response_id
      """;

  private final @Nullable Snapshot snapshot;
  private final Stream<Partner> partnerStream;
  private final Iterator<Partner> partners;
  private final PartnerRows<StatusChange> statuses;
  private final PartnerRows<Enrollment> enrollments;
  private final PartnerRows<Employment> employments;
  private final PartnerRows<Certificate> certificates;
  private final PartnerRows<Reference> references;
  private final PartnerRows<SurveyResponse> responses;

  /** Reads on the snapshot, which the cursor closes in the end. */
  SnapshotCursor(Snapshot snapshot, KnownPartners known) {
    this(snapshot.client(), snapshot, known);
  }

  /** On the connection of the client's transaction. */
  SnapshotCursor(JdbcClient client, KnownPartners known) {
    this(client, null, known);
  }

  private SnapshotCursor(JdbcClient client, @Nullable Snapshot snapshot, KnownPartners known) {
    this.snapshot = snapshot;
    this.partnerStream =
        known.statement(client, PARTNERS).query(SnapshotCursor::toPartner).stream();
    this.partners = partnerStream.iterator();
    this.statuses = rows(client, known, STATUSES, SnapshotCursor::toStatusChange);
    this.enrollments = rows(client, known, ENROLLMENTS, SnapshotCursor::toEnrollment);
    this.employments = rows(client, known, EMPLOYMENTS, SnapshotCursor::toEmployment);
    this.certificates = rows(client, known, CERTIFICATIONS, SnapshotCursor::toCertificate);
    this.references = rows(client, known, REFERENCES, SnapshotCursor::toReference);
    this.responses = rows(client, known, RESPONSES, SnapshotCursor::toResponse);
  }

  private static <T> PartnerRows<T> rows(
      JdbcClient client, KnownPartners known, String sql, RowMapper<T> mapper) {
    return new PartnerRows<>(known.statement(client, sql), mapper);
  }

  @Override
  public @Nullable PartnerEvidence next() {
    if (!partners.hasNext()) {
      return null;
    }
    Partner partner = partners.next();
    PartnerId id = partner.id();
    return new PartnerEvidence(
        partner,
        statuses.take(id),
        enrollments.take(id),
        toPeople(employments.take(id), certificates.take(id)),
        references.take(id),
        responses.take(id));
  }

  private static List<PersonAtPartner> toPeople(
      List<Employment> employments, List<Certificate> certificates) {
    Map<PersonId, List<Validity>> validities = new LinkedHashMap<>();
    for (Employment employment : employments) {
      validities
          .computeIfAbsent(employment.person(), person -> new ArrayList<>())
          .add(employment.validity());
    }
    Map<PersonId, List<Certification>> certifications = new HashMap<>();
    for (Certificate certificate : certificates) {
      certifications
          .computeIfAbsent(certificate.person(), person -> new ArrayList<>())
          .add(certificate.certification());
    }
    List<PersonAtPartner> people = new ArrayList<>(validities.size());
    validities.forEach(
        (person, employed) ->
            people.add(
                new PersonAtPartner(
                    person, employed, certifications.getOrDefault(person, List.of()))));
    return people;
  }

  @Override
  public void close() {
    try (snapshot;
        partnerStream;
        statuses;
        enrollments;
        employments;
        certificates;
        references;
        responses) {}
  }

  private record Employment(PersonId person, Validity validity) {}

  private record Certificate(PersonId person, Certification certification) {}

  private static Partner toPartner(ResultSet row, int number) throws SQLException {
    return new Partner(
        new PartnerId(row.getString("partner_id")),
        row.getString("name"),
        row.getString("vat_number"),
        row.getString("city"),
        row.getString("province"),
        row.getString("country"),
        row.getString("website"),
        row.getString("contact_email"),
        getDate(row, "registered_on"),
        LegacyLevel.valueOf(row.getString("legacy_level")));
  }

  private static StatusChange toStatusChange(ResultSet row, int number) throws SQLException {
    return new StatusChange(
        getDate(row, "valid_from"), PartnerStatus.valueOf(row.getString("status")));
  }

  private static Enrollment toEnrollment(ResultSet row, int number) throws SQLException {
    return new Enrollment(
        new SpecializationCode(row.getString("specialization")),
        EnrollmentKind.valueOf(row.getString("kind")),
        toValidity(row));
  }

  private static Employment toEmployment(ResultSet row, int number) throws SQLException {
    return new Employment(new PersonId(row.getString("person_id")), toValidity(row));
  }

  private static Certificate toCertificate(ResultSet row, int number) throws SQLException {
    return new Certificate(
        new PersonId(row.getString("person_id")),
        new Certification(
            new CertificateId(row.getString("certificate_id")),
            new CertificationCode(row.getString("certification_code")),
            getDate(row, "awarded_on"),
            findDate(row, "expires_on"),
            findDate(row, "revoked_on")));
  }

  private static Reference toReference(ResultSet row, int number) throws SQLException {
    return new Reference(
        new ReferenceId(row.getString("reference_id")),
        new SpecializationCode(row.getString("specialization")),
        new CustomerName(row.getString("customer_name")),
        findDate(row, "signed_on"),
        findDate(row, "withdrawn_on"));
  }

  private static SurveyResponse toResponse(ResultSet row, int number) throws SQLException {
    return new SurveyResponse(
        new SurveyVendor(row.getString("vendor")),
        new ResponseId(row.getString("response_id")),
        getDate(row, "answered_on"),
        new CustomerName(row.getString("customer_name")),
        row.getInt("satisfaction"));
  }

  private static Validity toValidity(ResultSet row) throws SQLException {
    return new Validity(getDate(row, "valid_from"), findDate(row, "valid_until"));
  }

  /** A date that is there; {@link LocalDate#MIN} for {@code -infinity}. */
  private static LocalDate getDate(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static @Nullable LocalDate findDate(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
