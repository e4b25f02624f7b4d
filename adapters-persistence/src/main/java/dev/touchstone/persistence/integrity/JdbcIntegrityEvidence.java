package dev.touchstone.persistence.integrity;

import dev.touchstone.application.integrity.port.out.IntegrityEvidence;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.KnownVersions;
import dev.touchstone.persistence.postgres.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Groups of the evidence tables, each by one statement. Names are grouped as they are written:
 * folding them is the domain's.
 */
public final class JdbcIntegrityEvidence implements IntegrityEvidence {

  private static final String NIGHT =
      """
      SELECT started_at, evidence_known_at FROM night
      WHERE business_date = :date AND run = :run AND evidence_known_at IS NOT NULL
      """;

  private static final String CUSTOMERS =
      """
      SELECT s.partner_id, s.customer_name, count(*) AS responses
      FROM survey_response s
      WHERE {known s} AND s.answered_on > :after AND s.answered_on <= :upTo
        AND s.partner_id IN (
          SELECT o.partner_id FROM survey_response o
          WHERE {known o} AND o.answered_on > :after AND o.answered_on <= :upTo
          GROUP BY o.partner_id
          HAVING count(*) > :moreThan
        )
      GROUP BY s.partner_id, s.customer_name
      ORDER BY s.partner_id, s.customer_name COLLATE "C"
      """;

  private static final String SIGNATORIES =
      """
      SELECT s.partner_id, p.website, p.contact_email, s.signatory_name, s.signatory_email,
        s.signed
      FROM (
        SELECT r.partner_id, r.signatory_name, r.signatory_email, count(*) AS signed
        FROM reference r
        WHERE {known r}
          AND r.signed_on <= :date
          AND (r.withdrawn_on IS NULL OR r.withdrawn_on > :date)
          AND (r.signatory_name IS NOT NULL OR r.signatory_email IS NOT NULL)
        GROUP BY r.partner_id, r.signatory_name, r.signatory_email
      ) s
      JOIN partner p ON p.partner_id = s.partner_id AND {known p}
      ORDER BY s.partner_id, s.signatory_email COLLATE "C", s.signatory_name COLLATE "C"
      """;

  private static final String CONTACTS =
      """
      SELECT p.partner_id, p.contact_email FROM partner p
      WHERE {known p} AND p.contact_email IS NOT NULL
      ORDER BY p.partner_id
      """;

  /** A certificate with more than one version has one that is superseded, by whatever it says. */
  private static final String CERTIFICATES =
      """
      WITH superseded AS MATERIALIZED (
        SELECT certificate_id, person_id, version_id FROM certification
        WHERE superseded_at IS NOT NULL AND recorded_at <= :knownAt
      )
      SELECT held.certificate_id, held.persons, works.partner_id
      FROM (
        SELECT certificate_id, array_agg(person_id ORDER BY first_version) AS persons
        FROM (
          SELECT certificate_id, person_id, min(version_id) AS first_version
          FROM (
            SELECT certificate_id, person_id, version_id FROM superseded
            UNION ALL
            SELECT l.certificate_id, l.person_id, l.version_id
            FROM (SELECT DISTINCT certificate_id FROM superseded) s
            JOIN certification l USING (certificate_id)
            WHERE l.superseded_at IS NULL AND l.recorded_at <= :knownAt
          ) version
          GROUP BY certificate_id, person_id
        ) named
        GROUP BY certificate_id
        HAVING count(*) > 1
      ) held
      JOIN certification c ON c.certificate_id = held.certificate_id AND {known c}
      CROSS JOIN LATERAL (
        SELECT e.partner_id FROM employment e
        WHERE e.person_id = c.person_id AND e.valid_from <= :date AND {known e}
        ORDER BY e.valid_from DESC
        LIMIT 1
      ) works
      ORDER BY held.certificate_id
      """;

  /**
   * The night has touched what was recorded or superseded while it took in its files. A partner may
   * at the same time report that somebody has left it: that claims nobody, and whom another partner
   * then names has not been claimed twice.
   */
  private static final String PERSONS =
      """
      WITH touched AS (
        SELECT person_id, partner_id FROM employment
        WHERE NOT has_left AND (
          recorded_at > :startedAt AND recorded_at <= :knownAt
          OR superseded_at > :startedAt AND superseded_at <= :knownAt)
      ),
      rejected AS (
        SELECT c.person_id, c.partner_id
        FROM person_claim c JOIN intake_file f USING (file_id)
        WHERE f.business_date = :date AND f.run = :run
      ),
      person AS (
        SELECT person_id FROM touched UNION SELECT person_id FROM rejected
      ),
      before AS (
        SELECT person_id, partner_id FROM (
          SELECT DISTINCT ON (e.person_id) e.person_id, e.partner_id, e.has_left
          FROM employment e JOIN person USING (person_id)
          WHERE e.valid_from <= :date
            AND e.recorded_at <= :startedAt
            AND (e.superseded_at IS NULL OR e.superseded_at > :startedAt)
          ORDER BY e.person_id, e.valid_from DESC
        ) latest
        WHERE NOT has_left
      ),
      now AS (
        SELECT person_id, partner_id FROM (
          SELECT DISTINCT ON (e.person_id) e.person_id, e.partner_id, e.has_left
          FROM employment e JOIN person USING (person_id)
          WHERE e.valid_from <= :date AND {known e}
          ORDER BY e.person_id, e.valid_from DESC
        ) latest
        WHERE NOT has_left
      ),
      claim AS (
        SELECT person_id, partner_id, false AS rejected FROM touched
        UNION ALL
        SELECT person_id, partner_id, true FROM rejected
        UNION ALL
        SELECT person_id, partner_id, false FROM before
        UNION ALL
        SELECT person_id, partner_id, false FROM now
      )
      SELECT person_id, claimed.partners, claimed.rejected, before.partner_id AS before,
        now.partner_id AS now
      FROM (
        SELECT person_id, array_agg(DISTINCT partner_id) AS partners,
          bool_or(rejected) AS rejected
        FROM claim
        GROUP BY person_id
        HAVING count(DISTINCT partner_id) > 1
      ) claimed
      LEFT JOIN before USING (person_id)
      LEFT JOIN now USING (person_id)
      ORDER BY person_id
      """;

  private final DataSource dataSource;

  /** Evidence in the database of the data source. */
  public JdbcIntegrityEvidence(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void forEachCustomer(
      NightId night,
      LocalDate after,
      LocalDate upTo,
      int moreThan,
      Consumer<CustomerResponses> consumer) {
    forEach(
        night,
        CUSTOMERS,
        Map.of("after", after, "upTo", upTo, "moreThan", moreThan),
        (row, number) ->
            new CustomerResponses(
                partner(row, "partner_id"),
                new CustomerName(row.getString("customer_name")),
                row.getLong("responses")),
        consumer);
  }

  @Override
  public void forEachSignatory(NightId night, Consumer<SignedReferences> consumer) {
    forEach(
        night,
        SIGNATORIES,
        Map.of(),
        (row, number) ->
            new SignedReferences(
                partner(row, "partner_id"),
                row.getString("website"),
                row.getString("contact_email"),
                row.getString("signatory_name"),
                row.getString("signatory_email"),
                row.getLong("signed")),
        consumer);
  }

  @Override
  public void forEachContact(NightId night, Consumer<Contact> consumer) {
    forEach(
        night,
        CONTACTS,
        Map.of(),
        (row, number) -> new Contact(partner(row, "partner_id"), row.getString("contact_email")),
        consumer);
  }

  @Override
  public List<CertificatePersons> listCertificatesOnManyPersons(NightId night) {
    List<CertificatePersons> certificates = new ArrayList<>();
    forEach(
        night,
        CERTIFICATES,
        Map.of(),
        (row, number) ->
            new CertificatePersons(
                new CertificateId(row.getString("certificate_id")),
                list(row, "persons", PersonId::new),
                partner(row, "partner_id")),
        certificates::add);
    return certificates;
  }

  @Override
  public List<ClaimedPerson> listPersonsClaimedForManyPartners(NightId night) {
    List<ClaimedPerson> persons = new ArrayList<>();
    forEach(
        night,
        PERSONS,
        Map.of(),
        (row, number) ->
            new ClaimedPerson(
                new PersonId(row.getString("person_id")),
                list(row, "partners", PartnerId::new),
                row.getBoolean("rejected"),
                findPartner(row, "before"),
                findPartner(row, "now")),
        persons::add);
    return persons;
  }

  private <T> void forEach(
      NightId night,
      String sql,
      Map<String, Object> parameters,
      RowMapper<T> mapper,
      Consumer<T> consumer) {
    try (Snapshot snapshot = Snapshot.open(dataSource)) {
      Map<String, Object> moments =
          onNight(snapshot.client().sql(NIGHT), night)
              .query(JdbcIntegrityEvidence::toMoments)
              .optional()
              .orElseThrow(
                  () ->
                      new IllegalStateException("The intake of night " + night + " has not ended"));
      try (Stream<T> rows =
          onNight(snapshot.client().sql(KnownVersions.fill(sql)), night)
              .params(moments)
              .params(parameters)
              .query(mapper)
              .stream()) {
        rows.forEach(consumer);
      }
    }
  }

  private static StatementSpec onNight(StatementSpec statement, NightId night) {
    return statement.param("date", night.businessDate()).param("run", night.run());
  }

  private static Map<String, Object> toMoments(ResultSet row, int number) throws SQLException {
    return Map.of(
        "startedAt", row.getObject("started_at", OffsetDateTime.class),
        "knownAt", row.getObject("evidence_known_at", OffsetDateTime.class));
  }

  private static PartnerId partner(ResultSet row, String column) throws SQLException {
    return new PartnerId(row.getString(column));
  }

  private static @Nullable PartnerId findPartner(ResultSet row, String column) throws SQLException {
    String id = row.getString(column);
    return id == null ? null : new PartnerId(id);
  }

  private static <T> List<T> list(ResultSet row, String column, Function<String, T> toId)
      throws SQLException {
    return Stream.of((String[]) row.getArray(column).getArray()).map(toId).toList();
  }
}
