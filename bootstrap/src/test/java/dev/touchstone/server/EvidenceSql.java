package dev.touchstone.server;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Evidence put into the database as if a file had brought it a year ago. */
final class EvidenceSql {

  private final JdbcClient client;

  EvidenceSql(JdbcClient client) {
    this.client = client;
  }

  /** An active partner. */
  void addPartner(String id, String name, @Nullable String website, @Nullable String contactEmail) {
    client
        .sql(
            """
            INSERT INTO partner (partner_id, name, website, contact_email, registered_on,
              legacy_level, business_date, file_id, recorded_at)
            VALUES (:id, :name, :website, :contact, '2010-01-15', 'NONE', current_date - 365, 0,
              now() - interval '1 year')
            """)
        .param("id", id)
        .param("name", name)
        .param("website", website)
        .param("contact", contactEmail)
        .update();
    client
        .sql(
            """
            INSERT INTO partner_status (partner_id, status, valid_from, business_date, file_id,
              recorded_at)
            VALUES (:id, 'ACTIVE', '-infinity', current_date - 365, 0, now() - interval '1 year')
            """)
        .param("id", id)
        .update();
  }

  /** A competency that a partner requests without end. */
  void addCompetency(String partner, String specialization) {
    client
        .sql(
            """
            INSERT INTO enrollment (partner_id, specialization, kind, valid_from, business_date,
              file_id, recorded_at)
            VALUES (:partner, :specialization, 'COMPETENCY', '2010-01-15', current_date - 365, 0,
              now() - interval '1 year')
            """)
        .param("partner", partner)
        .param("specialization", specialization)
        .update();
  }

  /** A person whose first employer a partner is. */
  void addEmployment(String person, String partner) {
    client
        .sql(
            """
            INSERT INTO employment (person_id, partner_id, valid_from, business_date, file_id,
              recorded_at)
            VALUES (:person, :partner, '-infinity', current_date - 365, 0,
              now() - interval '1 year')
            """)
        .param("person", person)
        .param("partner", partner)
        .update();
  }

  /** A reference that is requested and not answered. */
  void addReference(String id, String partner, String specialization) {
    client
        .sql(
            """
            INSERT INTO reference (reference_id, partner_id, specialization, customer_name,
              requested_on, business_date, file_id, recorded_at)
            VALUES (:id, :partner, :specialization, 'Archivio S.r.l.', current_date - 400,
              current_date - 365, 0, now() - interval '1 year')
            """)
        .param("id", id)
        .param("partner", partner)
        .param("specialization", specialization)
        .update();
  }
}
