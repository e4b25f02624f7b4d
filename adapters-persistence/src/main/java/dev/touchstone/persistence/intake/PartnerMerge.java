package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.IntakeFile;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partners: they need no partner before them, and their status is a timeline. */
final class PartnerMerge extends EvidenceMerge {

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
