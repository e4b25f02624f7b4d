package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.persistence.postgres.RecordTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What changes from the business date of the night that says so: a partner's status, a person's
 * employer (domain.md, Dates). The first value known holds from the start; of several in one night
 * the last decides. Two rows next to each other never have the same value.
 */
enum Timeline {
  PARTNER_STATUS("partner_status", "partner_id", "status", "partner_stage", "false"),
  /** Besides what files say, a partner may report that a person has left it. */
  EMPLOYMENT("employment", "person_id", "partner_id", "certification_stage", "t.has_left");

  /**
   * What this very night said before and no longer says, unless somebody has set what it says now
   * on its day; and a departure of a later day, which ends when a file names another partner.
   */
  private static final String SUPERSEDE =
      """
      UPDATE {timeline} t SET superseded_at = :recordedAt
      FROM (SELECT DISTINCT {subject}, {value} FROM {stage} WHERE file_id = :file) n
      WHERE t.{subject} = n.{subject}
        AND t.superseded_at IS NULL
        AND t.{value} <> n.{value}
        AND (
          t.valid_from = :date
          OR t.valid_from = '-infinity' AND t.business_date = :date AND NOT EXISTS (
            SELECT FROM {timeline} d
            WHERE d.{subject} = n.{subject}
              AND d.superseded_at IS NULL
              AND d.valid_from = :date
              AND d.{value} = n.{value}
          )
          OR t.valid_from > :date AND {ended})
      """;

  /**
   * A file that names the partner that a person has left changes nothing, unless another file of
   * the night had named a third one. In order, so that most of the indexes grow at one end.
   */
  private static final String ADD =
      """
      INSERT INTO {timeline}
        ({subject}, {value}, valid_from, business_date, file_id, recorded_at)
      SELECT n.{subject}, n.{value},
        CASE WHEN held.{value} IS NULL THEN '-infinity' ELSE CAST(:date AS date) END,
        :date, :file, :recordedAt
      FROM (SELECT DISTINCT {subject}, {value} FROM {stage} WHERE file_id = :file) n
      LEFT JOIN LATERAL (
        SELECT t.{value}, {ended} AS ended FROM {timeline} t
        WHERE t.{subject} = n.{subject} AND t.superseded_at IS NULL AND t.valid_from <= :date
        ORDER BY t.valid_from DESC
        LIMIT 1
      ) held ON true
      WHERE held.{value} IS DISTINCT FROM n.{value}
        OR held.ended AND EXISTS (
          SELECT FROM {timeline} t
          WHERE t.{subject} = n.{subject} AND t.superseded_at = :recordedAt
            AND t.valid_from = :date
        )
      ORDER BY n.{subject}
      """;

  private final String supersede;
  private final String add;

  /**
   * @param ended whether a row {@code t} says that its value holds no more
   */
  Timeline(String timeline, String subject, String value, String stage, String ended) {
    this.supersede = fill(SUPERSEDE, timeline, subject, value, stage, ended);
    this.add = fill(ADD, timeline, subject, value, stage, ended);
  }

  /**
   * Has the file's staged rows, which name one value for each subject, speak from the file's
   * business date on.
   */
  void follow(JdbcClient client, IntakeFile file, Instant recordedAt) {
    for (String statement : new String[] {supersede, add}) {
      client
          .sql(statement)
          .param("file", file.id())
          .param("date", file.delivery().businessDate())
          .param("recordedAt", RecordTime.of(recordedAt))
          .update();
    }
  }

  private static String fill(
      String sql, String timeline, String subject, String value, String stage, String ended) {
    return sql.replace("{timeline}", timeline)
        .replace("{subject}", subject)
        .replace("{value}", value)
        .replace("{stage}", stage)
        .replace("{ended}", ended);
  }
}
