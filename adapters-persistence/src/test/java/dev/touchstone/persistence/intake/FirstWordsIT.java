package dev.touchstone.persistence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.persistence.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an upgrade takes for the files' last word on the partners that are there. */
class FirstWordsIT {

  @Test
  void takesTheFilesLastWordFromWhatIsThere() {
    try (TestDatabase database = TestDatabase.create()) {
      FluentConfiguration flyway = Flyway.configure().dataSource(database.dataSource());
      // The question mark: also where 23 itself is not there.
      flyway.target("23?").load().migrate();
      JdbcClient client = JdbcClient.create(database.dataSource());
      client
          .sql(
              """
              INSERT INTO audit_entry (at, actor, role, address, action, subject, detail)
              VALUES (now(), 'pia', 'PROGRAM', '192.0.2.1', 'CHANGE', '', '');
              INSERT INTO partner (partner_id, name, registered_on, legacy_level, business_date,
                file_id, audit_id, recorded_at, superseded_at)
              VALUES
                ('BY-FILE', 'Rossi', '2010-01-01', 'NONE', '2010-11-01', 1, NULL, '2010-11-01',
                  '2010-11-04'),
                ('BY-FILE', 'Bianchi', '2010-01-01', 'NONE', '2010-11-04', NULL, 1, '2010-11-04',
                  NULL),
                ('BY-HAND', 'Rossi', '2010-01-01', 'NONE', '2010-11-01', NULL, 1, '2010-11-01',
                  '2010-11-03'),
                ('BY-HAND', 'Verdi', '2010-01-01', 'NONE', '2010-11-03', 2, NULL, '2010-11-03',
                  '2010-11-04'),
                ('BY-HAND', 'Bianchi', '2010-01-01', 'NONE', '2010-11-04', NULL, 1, '2010-11-04',
                  NULL),
                ('NO-FILE', 'Rossi', '2010-01-01', 'NONE', '2010-11-01', NULL, 1, '2010-11-01',
                  NULL);
              INSERT INTO partner_status (partner_id, status, valid_from, business_date, file_id,
                audit_id, recorded_at, superseded_at)
              VALUES
                ('BY-FILE', 'ACTIVE', '-infinity', '2010-11-01', 1, NULL, '2010-11-01', NULL),
                ('BY-FILE', 'SUSPENDED', '2010-11-02', '2010-11-02', 2, NULL, '2010-11-02', NULL),
                ('BY-FILE', 'ACTIVE', '2010-11-04', '2010-11-04', NULL, 1, '2010-11-04', NULL),
                ('BY-HAND', 'ACTIVE', '-infinity', '2010-11-01', NULL, 1, '2010-11-01', NULL),
                ('BY-HAND', 'LEFT', '2010-11-02', '2010-11-02', NULL, 1, '2010-11-02',
                  '2010-11-04'),
                ('BY-HAND', 'ACTIVE', '2010-11-02', '2010-11-02', NULL, 1, '2010-11-04', NULL),
                ('NO-FILE', 'ACTIVE', '-infinity', '2010-11-01', NULL, 1, '2010-11-01', NULL);
              """)
          .update();

      Flyway.configure().dataSource(database.dataSource()).load().migrate();

      assertThat(
              client
                  .sql(
                      """
                      SELECT concat_ws(' ', partner_id, name, status, file_id) FROM partner_word
                      ORDER BY partner_id
                      """)
                  .query(String.class)
                  .list())
          .containsExactly("BY-FILE Rossi SUSPENDED 1", "BY-HAND Verdi LEFT 2");
    }
  }
}
