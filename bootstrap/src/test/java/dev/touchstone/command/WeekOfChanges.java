package dev.touchstone.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * What happens to partners in a week, as the files that say so: made of what a database knows, the
 * same for the same evidence and date.
 */
final class WeekOfChanges {

  private static final Map<String, String> FILES =
      Map.of(
          "partners/status.csv",
          """
          SELECT partner_id, name, vat_number, city, province, country, website, contact_email,
            registered_on, legacy_level,
            CASE s.status WHEN 'ACTIVE' THEN 'SUSPENDED' ELSE 'ACTIVE' END AS status
          FROM partner p JOIN LATERAL (
            SELECT status FROM partner_status s
            WHERE s.partner_id = p.partner_id AND s.superseded_at IS NULL
            ORDER BY valid_from DESC LIMIT 1) s ON true
          WHERE p.superseded_at IS NULL AND %s ORDER BY partner_id
          """
              .formatted(chosen("partner_id", 3)),
          "certifications/revoked.csv",
          """
          SELECT certificate_id, person_id, person_name, person_email, e.partner_id,
            certification_code, awarded_on, expires_on, greatest(awarded_on, DATE ':date') AS revoked_on
          FROM certification c JOIN LATERAL (
            SELECT partner_id FROM employment e
            WHERE e.person_id = c.person_id AND e.superseded_at IS NULL
            ORDER BY valid_from DESC LIMIT 1) e ON true
          WHERE c.superseded_at IS NULL AND revoked_on IS NULL AND %s ORDER BY certificate_id
          """
              .formatted(chosen("certificate_id", 1)),
          "certifications/moved.csv",
          """
          SELECT certificate_id, person_id, person_name, person_email,
            (SELECT p.partner_id FROM partner p WHERE p.superseded_at IS NULL
              ORDER BY md5(p.partner_id || c.person_id) LIMIT 1) AS partner_id,
            certification_code, awarded_on, expires_on, revoked_on
          FROM certification c
          WHERE c.superseded_at IS NULL AND %s ORDER BY certificate_id LIMIT 50
          """
              .formatted(chosen("person_id || 'moved'", 10)),
          "references/withdrawn.csv",
          """
          SELECT reference_id, partner_id, specialization, customer_name, customer_vat,
            signatory_name, signatory_email, requested_on, signed_on, declined_on,
            greatest(signed_on, DATE ':date') AS withdrawn_on
          FROM reference
          WHERE superseded_at IS NULL AND signed_on IS NOT NULL AND withdrawn_on IS NULL AND %s
          ORDER BY reference_id
          """
              .formatted(chosen("reference_id", 1)),
          "references/signed.csv",
          """
          SELECT 'NEW-:date-' || partner_id AS reference_id, partner_id, specialization,
            'Customer of :date' AS customer_name, DATE ':date' AS requested_on,
            DATE ':date' AS signed_on
          FROM enrollment
          WHERE superseded_at IS NULL AND kind = 'COMPETENCY' AND %s
            AND specialization = (
              SELECT min(o.specialization) FROM enrollment o
              WHERE o.partner_id = enrollment.partner_id AND o.kind = 'COMPETENCY'
                AND o.superseded_at IS NULL)
            AND valid_from = (
              SELECT max(o.valid_from) FROM enrollment o
              WHERE o.partner_id = enrollment.partner_id AND o.kind = 'COMPETENCY'
                AND o.specialization = enrollment.specialization AND o.superseded_at IS NULL)
          ORDER BY partner_id
          """
              .formatted(chosen("partner_id || 'signed'", 0.25)));

  private WeekOfChanges() {}

  /** Chosen by the digest of the id and the date: of so many times {@code :oneOf}, one. */
  private static String chosen(String id, double times) {
    return "('x' || substr(md5("
        + id
        + " || ':date'), 1, 7))::bit(28)::int % (:oneOf * "
        + times
        + ")::int = 0";
  }

  /**
   * Writes the files that a night of the date finds.
   *
   * @param oneOf of about so many facts one changes
   */
  static void write(DataSource known, LocalDate date, int oneOf, Path inbox)
      throws SQLException, IOException {
    try (Connection connection = known.getConnection()) {
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        Path path = inbox.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        String rows =
            file.getValue().replace(":date", date.toString()).replace(":oneOf", "" + oneOf);
        try (OutputStream out = Files.newOutputStream(path)) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("COPY (" + rows + ") TO STDOUT WITH (FORMAT csv, HEADER)", out);
        }
      }
    }
  }
}
