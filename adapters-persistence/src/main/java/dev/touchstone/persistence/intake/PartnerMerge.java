package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.IntakeFile;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Partners: they need no partner before them, their status is a timeline, and people change them,
 * too (docs/decisions.md, A repeated row is no new word).
 */
final class PartnerMerge extends EvidenceMerge {

  /**
   * A status that a person set holds while files say what they said before; a suspension holds
   * whatever they say. Setting a status may also take a row of the files back, so it is not by the
   * row in force that a change by hand is told.
   */
  private static final String KEEP_STATUS =
      """
      UPDATE {stage} s SET status = held.status
      FROM {table} e
      LEFT JOIN partner_word w ON w.partner_id = e.partner_id AND w.file_id <> :file
      CROSS JOIN LATERAL (
        SELECT t.status, t.audit_id FROM partner_status t
        WHERE t.partner_id = e.partner_id AND t.superseded_at IS NULL AND t.valid_from <= :date
        ORDER BY t.valid_from DESC
        LIMIT 1
      ) held
      WHERE s.file_id = :file
        AND e.partner_id = s.partner_id AND e.superseded_at IS NULL
        AND s.status <> held.status
        AND (s.status = w.status OR held.audit_id IS NOT NULL AND held.status = 'SUSPENDED')
      """;

  /**
   * What a person changed holds, column by column, while files say what they said before. It is
   * told by the files' word, not by the row in force: a file may have changed another column since.
   */
  private static final String KEEP_PROFILE =
      "UPDATE {stage} s SET "
          + EvidenceTable.PARTNER.forEachOfContent(
              """
              {column} = CASE WHEN s.{column} IS NOT DISTINCT FROM w.{column}
                THEN e.{column} ELSE s.{column} END""")
          + """

          FROM {table} e JOIN partner_word w ON w.partner_id = e.partner_id AND w.file_id <> :file
          WHERE s.file_id = :file
            AND e.partner_id = s.partner_id AND e.superseded_at IS NULL
            AND ROW({e.content}) IS DISTINCT FROM ROW({w.content})
          """;

  private static final String NOTE_WORDS =
      """
      INSERT INTO partner_word ({key}, {row}, file_id)
      SELECT {s.key}, {s.row}, s.file_id FROM {stage} s WHERE s.file_id = :file
      """;

  /**
   * What files say against a suspension by hand is not noted, so that it is new when they say it
   * once more after the lifting. A partner that no file has named before is active, by the word of
   * the program.
   */
  private static final String LEAVE_UNHEARD =
      """
      UPDATE partner_word n SET status = coalesce((
          SELECT w.status FROM partner_word w
          WHERE w.partner_id = n.partner_id AND w.file_id <> :file
        ), 'ACTIVE')
      WHERE n.file_id = :file AND n.status <> 'SUSPENDED' AND (
        SELECT t.audit_id IS NOT NULL AND t.status = 'SUSPENDED' FROM partner_status t
        WHERE t.partner_id = n.partner_id AND t.superseded_at IS NULL AND t.valid_from <= :date
        ORDER BY t.valid_from DESC
        LIMIT 1
      )
      """;

  private static final String FORGET_EARLIER_WORDS =
      """
      DELETE FROM partner_word w USING partner_word n
      WHERE n.file_id = :file AND w.partner_id = n.partner_id AND w.file_id <> :file
      """;

  private static final String COUNT_CHANGED_STATUS =
      """
      SELECT count(*)
      FROM {stage} s JOIN {table} e ON e.partner_id = s.partner_id AND e.superseded_at IS NULL
      WHERE s.file_id = :file
        AND ROW({e.content}) IS NOT DISTINCT FROM ROW({s.content})
        AND s.status <> (
          SELECT t.status FROM partner_status t
          WHERE t.partner_id = s.partner_id AND t.superseded_at IS NULL AND t.valid_from <= :date
          ORDER BY t.valid_from DESC
          LIMIT 1
        )
      """;

  PartnerMerge(JdbcClient client, IntakeFile file, Instant recordedAt) {
    super(client, file, recordedAt);
  }

  @Override
  long rejectUnknownPartners() {
    return 0;
  }

  @Override
  void heedChangesByHand() {
    statement(NOTE_WORDS).update();
    statement(LEAVE_UNHEARD).param("date", file().delivery().businessDate()).update();
    statement(KEEP_STATUS).param("date", file().delivery().businessDate()).update();
    statement(KEEP_PROFILE).update();
    statement(FORGET_EARLIER_WORDS).update();
  }

  @Override
  long countChangedElsewhere() {
    return statement(COUNT_CHANGED_STATUS)
        .param("date", file().delivery().businessDate())
        .query(Long.class)
        .single();
  }

  @Override
  void moveTimelines() {
    move(Timeline.PARTNER_STATUS);
  }
}
