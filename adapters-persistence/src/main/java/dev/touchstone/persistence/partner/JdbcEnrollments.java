package dev.touchstone.persistence.partner;

import dev.touchstone.application.audit.Recording;
import dev.touchstone.application.partner.KnownEnrollment;
import dev.touchstone.application.partner.port.out.Enrollments;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.EnrollmentKey;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.Validity;
import dev.touchstone.persistence.audit.RecordedChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Enrollments in {@code enrollment}. */
public final class JdbcEnrollments implements Enrollments {

  private static final String KNOWN =
      """
      SELECT e.specialization, e.kind, e.valid_from, e.valid_until, e.version_id
      FROM enrollment e
      WHERE e.partner_id = :partner AND e.superseded_at IS NULL
      """;

  private static final String FIND =
      KNOWN + "AND e.specialization = :specialization AND e.kind = :kind AND e.valid_from = :from";

  private static final String LIST =
      KNOWN
          + """
          AND (e.specialization, e.kind, e.valid_from) > (:specialization, :kind, :from)
          AND (
            CAST(:on AS date) IS NULL
            OR e.valid_from <= :on AND (e.valid_until IS NULL OR e.valid_until > :on))
          ORDER BY e.specialization, e.kind, e.valid_from
          LIMIT :limit
          """;

  private static final String LIST_OF =
      KNOWN + "AND e.specialization = :specialization AND e.kind = :kind ORDER BY e.valid_from";

  private static final String SUPERSEDE =
      """
      UPDATE enrollment SET superseded_at = :recordedAt
      WHERE partner_id = :partner AND specialization = :specialization AND kind = :kind
        AND valid_from = :from AND superseded_at IS NULL
      """;

  private static final String ADD =
      """
      INSERT INTO enrollment (partner_id, specialization, kind, valid_from, valid_until,
        business_date, audit_id, recorded_at)
      VALUES (:partner, :specialization, :kind, :from, :until, :date, :audit, :recordedAt)
      """;

  private final JdbcClient client;

  /** Enrollments in the database of the data source. */
  public JdbcEnrollments(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<KnownEnrollment> find(PartnerId partner, EnrollmentKey key) {
    return withKey(client.sql(FIND), key)
        .param("partner", partner.value())
        .query(JdbcEnrollments::toKnownEnrollment)
        .optional();
  }

  @Override
  public List<KnownEnrollment> list(
      PartnerId partner, @Nullable LocalDate on, @Nullable EnrollmentKey after, int limit) {
    StatementSpec statement =
        after == null
            ? client
                .sql(LIST)
                .param("specialization", "")
                .param("kind", "")
                .param("from", LocalDate.EPOCH)
            : withKey(client.sql(LIST), after);
    return statement
        .param("partner", partner.value())
        .param("on", on, Types.DATE)
        .param("limit", limit)
        .query(JdbcEnrollments::toKnownEnrollment)
        .list();
  }

  @Override
  public List<Enrollment> listOf(
      PartnerId partner, SpecializationCode specialization, EnrollmentKind kind) {
    return client
        .sql(LIST_OF)
        .param("partner", partner.value())
        .param("specialization", specialization.value())
        .param("kind", kind.name())
        .query((row, number) -> toKnownEnrollment(row, number).enrollment())
        .list();
  }

  @Override
  public void record(PartnerId partner, Enrollment enrollment, Recording recording) {
    withKey(RecordedChange.statement(client, SUPERSEDE, recording), enrollment.key())
        .param("partner", partner.value())
        .update();
    withKey(RecordedChange.statement(client, ADD, recording), enrollment.key())
        .param("partner", partner.value())
        .param("until", enrollment.validity().until(), Types.DATE)
        .update();
  }

  private static StatementSpec withKey(StatementSpec statement, EnrollmentKey key) {
    return statement
        .param("specialization", key.specialization().value())
        .param("kind", key.kind().name())
        .param("from", key.from());
  }

  private static KnownEnrollment toKnownEnrollment(ResultSet row, int number) throws SQLException {
    return new KnownEnrollment(
        new Enrollment(
            new SpecializationCode(row.getString("specialization")),
            EnrollmentKind.valueOf(row.getString("kind")),
            new Validity(
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class))),
        row.getLong("version_id"));
  }
}
