package dev.touchstone.persistence.certification;

import dev.touchstone.application.audit.Recording;
import dev.touchstone.application.certification.EmployedPerson;
import dev.touchstone.application.certification.Employment;
import dev.touchstone.application.certification.port.out.People;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.persistence.audit.RecordedChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People in {@code employment} and {@code certification}. */
public final class JdbcPeople implements People {

  /** A page of people with all their certificates, one row each; the latest word is marked. */
  private static final String LIST_EMPLOYED =
      """
      SELECT page.person_id, c.certificate_id, c.certification_code, c.awarded_on, c.expires_on,
        c.revoked_on, c.person_name, c.person_email,
        c.version_id = max(c.version_id) OVER (PARTITION BY page.person_id) AS latest
      FROM (
        SELECT e.person_id FROM employment e
        WHERE e.partner_id = :partner AND e.person_id > :after AND e.superseded_at IS NULL
          AND e.valid_from <= :day AND NOT e.has_left
          AND NOT EXISTS (
            SELECT FROM employment n
            WHERE n.person_id = e.person_id AND n.superseded_at IS NULL
              AND n.valid_from > e.valid_from AND n.valid_from <= :day
          )
        ORDER BY e.person_id
        LIMIT :limit
      ) page
      LEFT JOIN certification c ON c.person_id = page.person_id AND c.superseded_at IS NULL
      ORDER BY page.person_id, c.certificate_id
      """;

  private static final String FIND_EMPLOYMENT =
      """
      SELECT e.partner_id, e.valid_from, e.has_left, e.version_id
      FROM employment e
      WHERE e.person_id = :person AND e.superseded_at IS NULL AND e.valid_from <= :day
      ORDER BY e.valid_from DESC
      LIMIT 1
      """;

  private static final String SUPERSEDE_WORD_OF_THE_DAY =
      """
      UPDATE employment SET superseded_at = :recordedAt
      WHERE person_id = :person AND superseded_at IS NULL AND valid_from = :date
      """;

  /** Where the same holds from before, nothing is to be added. */
  private static final String ADD =
      """
      INSERT INTO employment
        (person_id, partner_id, has_left, valid_from, business_date, audit_id, recorded_at)
      SELECT :person, :partner, :hasLeft, :date, :date, :audit, :recordedAt
      WHERE NOT EXISTS (
        SELECT FROM (
          SELECT e.partner_id, e.has_left FROM employment e
          WHERE e.person_id = :person AND e.superseded_at IS NULL AND e.valid_from <= :date
          ORDER BY e.valid_from DESC
          LIMIT 1
        ) held
        WHERE held.partner_id = :partner AND held.has_left = :hasLeft
      )
      """;

  private final JdbcClient client;

  /** People in the database of the data source. */
  public JdbcPeople(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public List<EmployedPerson> listEmployed(
      PartnerId partner, LocalDate day, @Nullable PersonId after, int limit) {
    Map<PersonId, PersonRows> people = new LinkedHashMap<>();
    RowCallbackHandler add =
        row ->
            people
                .computeIfAbsent(
                    new PersonId(row.getString("person_id")), person -> new PersonRows())
                .add(row);
    client
        .sql(LIST_EMPLOYED)
        .param("partner", partner.value())
        .param("after", after == null ? "" : after.value())
        .param("day", day)
        .param("limit", limit)
        .query(add);
    return people.entrySet().stream()
        .map(entry -> entry.getValue().toPerson(entry.getKey()))
        .toList();
  }

  @Override
  public Optional<Employment> findEmployment(PersonId person, LocalDate day) {
    return client
        .sql(FIND_EMPLOYMENT)
        .param("person", person.value())
        .param("day", day)
        .query(
            (row, number) ->
                new Employment(
                    person,
                    new PartnerId(row.getString("partner_id")),
                    row.getObject("valid_from", LocalDate.class),
                    row.getBoolean("has_left"),
                    row.getLong("version_id")))
        .optional();
  }

  @Override
  public void changeEmployment(
      PersonId person, PartnerId partner, boolean hasLeft, Recording recording) {
    RecordedChange.statement(client, SUPERSEDE_WORD_OF_THE_DAY, recording)
        .param("person", person.value())
        .update();
    RecordedChange.statement(client, ADD, recording)
        .param("person", person.value())
        .param("partner", partner.value())
        .param("hasLeft", hasLeft)
        .update();
  }

  /** What the rows of one person have told so far. */
  private static final class PersonRows {

    private @Nullable String name;
    private @Nullable String email;
    private final List<Certification> certifications = new ArrayList<>();

    void add(ResultSet row) throws SQLException {
      String certificate = row.getString("certificate_id");
      if (certificate == null) {
        return;
      }
      certifications.add(
          new Certification(
              new CertificateId(certificate),
              new CertificationCode(row.getString("certification_code")),
              row.getObject("awarded_on", LocalDate.class),
              row.getObject("expires_on", LocalDate.class),
              row.getObject("revoked_on", LocalDate.class)));
      if (row.getBoolean("latest")) {
        name = row.getString("person_name");
        email = row.getString("person_email");
      }
    }

    EmployedPerson toPerson(PersonId id) {
      return new EmployedPerson(id, name, email, certifications);
    }
  }
}
