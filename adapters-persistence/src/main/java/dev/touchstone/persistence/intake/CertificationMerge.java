package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.IntakeFile;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Certificates: each row also says whom the person works for (formats.md, CSV). */
final class CertificationMerge extends EvidenceMerge {

  private static final String REJECT_PERSONS_CLAIMED_TWICE =
      """
      WITH rejected AS (
        DELETE FROM {stage} s
        USING (
          SELECT person_id, min(partner_id) AS one, max(partner_id) AS other
          FROM {stage}
          WHERE file_id = :file
          GROUP BY person_id
          HAVING min(partner_id) <> max(partner_id)
        ) claimed
        WHERE s.file_id = :file AND s.person_id = claimed.person_id
        RETURNING s.*, claimed.one, claimed.other
      ),
      claims AS (
        INSERT INTO person_claim (file_id, person_id, partner_id)
        SELECT DISTINCT file_id, person_id, partner_id FROM rejected
      )
      INSERT INTO rejected_row (file_id, sheet_index, sheet, line, key, reason, detail, columns)
      SELECT file_id, sheet_index, sheet, line, key, 'PERSON_CLAIMED_TWICE',
        concat('person_id ', person_id, ': this file says that the person works for partner ', one,
          ' and for partner ', other, '; keep only rows that name the one partner that is right'),
        ARRAY['person_id', 'partner_id']
      FROM rejected
      """;

  CertificationMerge(JdbcClient client, IntakeFile file, Instant recordedAt) {
    super(client, file, recordedAt);
  }

  @Override
  long rejectClaims() {
    return statement(REJECT_PERSONS_CLAIMED_TWICE).update();
  }

  @Override
  void moveTimelines() {
    move(Timeline.EMPLOYMENT);
  }
}
