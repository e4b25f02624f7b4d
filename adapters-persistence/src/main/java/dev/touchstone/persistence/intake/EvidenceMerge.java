package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.IntakeFile.State;
import dev.touchstone.application.intake.port.out.EvidenceStore.MergeCounts;
import dev.touchstone.application.intake.port.out.EvidenceStore.StageLostException;
import dev.touchstone.persistence.postgres.RecordTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The merge of one file: its bad rows leave the stage, fault by fault in the contract's order
 * (formats.md, CSV), and what is left there becomes evidence. Every step is one statement over all
 * rows of the file. Kinds with rules of their own override steps.
 */
class EvidenceMerge {

  /** From how many new versions on the planner is told of them at once. */
  private static final long MANY = 10_000;

  private static final String LOCK_FILE =
      "SELECT rows_staged FROM intake_file WHERE file_id = :file AND state = 'REGISTERED' FOR UPDATE";

  /** Until the transaction ends, which is this merge's alone; who has more keeps it. */
  private static final String TAKE_ROOM =
      """
      SELECT set_config('work_mem', '64MB', true)
      WHERE pg_size_bytes(current_setting('work_mem')) < pg_size_bytes('64MB')
      """;

  private static final String SAMPLE_LITTLE = "SET LOCAL default_statistics_target = 10";

  private static final String SAMPLE_AS_USUAL = "SET LOCAL default_statistics_target = DEFAULT";

  private static final String COUNT_STAGED =
      """
      SELECT count(*) AS rows, count(*) FILTER (WHERE NOT parsed) AS unreadable,
        count(*) FILTER (WHERE parsed AND fault_reason IS NOT NULL) AS faulty
      FROM {stage} WHERE file_id = :file
      """;

  private static final String REJECT_BAD_VALUES =
      """
      WITH rejected AS (
        DELETE FROM {stage} s WHERE s.file_id = :file AND NOT s.parsed RETURNING s.*
      )
      INSERT INTO rejected_row (file_id, sheet_index, sheet, line, key, reason, detail, columns)
      SELECT file_id, sheet_index, sheet, line, key, fault_reason, fault_detail, fault_columns
      FROM rejected
      """;

  private static final String REJECT_UNKNOWN_PARTNERS =
      """
      WITH rejected AS (
        DELETE FROM {stage} s
        WHERE s.file_id = :file AND NOT EXISTS (
          SELECT FROM partner p WHERE p.partner_id = s.partner_id AND p.superseded_at IS NULL
        )
        RETURNING s.*
      )
      INSERT INTO rejected_row (file_id, sheet_index, sheet, line, key, reason, detail, columns)
      SELECT file_id, sheet_index, sheet, line, key, 'UNKNOWN_PARTNER',
        concat(CAST(:field AS text), ' ', partner_id,
          ': no such partner; send the partner first or correct the id'),
        ARRAY[CAST(:field AS text)]
      FROM rejected
      """;

  private static final String REJECT_OWN_FAULTS =
      """
      WITH rejected AS (
        DELETE FROM {stage} s
        WHERE s.file_id = :file AND s.fault_reason IS NOT NULL
        RETURNING s.*
      )
      INSERT INTO rejected_row (file_id, sheet_index, sheet, line, key, reason, detail, columns)
      SELECT file_id, sheet_index, sheet, line, key, fault_reason, fault_detail, fault_columns
      FROM rejected
      """;

  /** Few files have any: the rows are put in order only where there are some. */
  private static final String HAS_REPEATED_KEYS =
      """
      SELECT EXISTS (
        SELECT FROM {stage} WHERE file_id = :file GROUP BY {key} HAVING count(*) > 1
      )
      """;

  private static final String REJECT_DUPLICATE_KEYS =
      """
      WITH placed AS (
        SELECT s.ordinal, first_value(s.ordinal) OVER (
          PARTITION BY {s.key} ORDER BY s.sheet_index, s.line, s.ordinal
        ) AS first
        FROM {stage} s WHERE s.file_id = :file AND ({s.key}) IN (
          SELECT {r.key} FROM {stage} r WHERE r.file_id = :file
          GROUP BY {r.key} HAVING count(*) > 1
        )
      ),
      rejected AS (
        DELETE FROM {stage} s
        USING placed JOIN {stage} f ON f.ordinal = placed.first AND f.file_id = :file
        WHERE s.file_id = :file
          AND s.ordinal = placed.ordinal
          AND s.ordinal <> f.ordinal
          AND ROW({s.row}) IS DISTINCT FROM ROW({f.row})
        RETURNING s.*, f.sheet AS first_sheet, f.line AS first_line
      )
      INSERT INTO rejected_row (file_id, sheet_index, sheet, line, key, reason, detail, columns)
      SELECT file_id, sheet_index, sheet, line, key, 'DUPLICATE_KEY',
        concat(array_to_string(CAST(:fields AS text[]), ', '), ' ', key, ': ',
          CASE WHEN first_sheet IS NULL THEN concat('line ', first_line)
            ELSE concat('row ', first_line, ' of sheet ', first_sheet) END,
          ' has the same key with other content; keep the one row that is right'),
        CAST(:fields AS text[])
      FROM rejected
      """;

  /** What is left of several rows with one key is equal. */
  private static final String DROP_REPEATED_ROWS =
      """
      DELETE FROM {stage} s
      USING (
        SELECT r.ordinal, row_number() OVER (
          PARTITION BY {r.key} ORDER BY r.sheet_index, r.line, r.ordinal
        ) AS place
        FROM {stage} r WHERE r.file_id = :file
      ) placed
      WHERE s.file_id = :file AND s.ordinal = placed.ordinal AND placed.place > 1
      """;

  private static final String SUPERSEDE =
      """
      UPDATE {table} e SET superseded_at = :recordedAt
      FROM {stage} s
      WHERE s.file_id = :file
        AND e.superseded_at IS NULL
        AND ({e.key}) = ({s.key})
        AND ROW({e.content}) IS DISTINCT FROM ROW({s.content})
      """;

  /**
   * In order, so that the look-up is over before the first row is added: a table that was vacuumed
   * while it was empty is taken for empty, and would be read once for each row while it fills.
   */
  private static final String ADD =
      """
      INSERT INTO {table} ({key}, {content}, business_date, file_id, recorded_at)
      SELECT {s.key}, {s.content}, :date, :file, :recordedAt
      FROM {stage} s
      WHERE s.file_id = :file AND NOT EXISTS (
        SELECT FROM {table} e WHERE ({e.key}) = ({s.key}) AND e.superseded_at IS NULL
      )
      ORDER BY {s.key}
      """;

  private static final String EMPTY_STAGE = "DELETE FROM {stage} WHERE file_id = :file";

  private static final String FINISH_FILE =
      """
      UPDATE intake_file SET state = :state, rows_staged = 0, rows_read = :read,
        rows_added = :added, rows_superseding = :superseding, rows_unchanged = :unchanged,
        rows_rejected = :rejected
      WHERE file_id = :file
      """;

  private final JdbcClient client;
  private final EvidenceTable table;
  private final IntakeFile file;
  private final Instant recordedAt;

  EvidenceMerge(JdbcClient client, IntakeFile file, Instant recordedAt) {
    this.client = client;
    this.table = EvidenceTable.of(file.file().kind());
    this.file = file;
    this.recordedAt = recordedAt;
  }

  final MergeCounts run() {
    statement(TAKE_ROOM).query(String.class).optional();
    Staged staged = requireWholeStage();
    long rejected = rejectRows(staged);

    Changes changes = file.delivery().dryRun() ? tryOut() : record();
    statement(EMPTY_STAGE).update();

    MergeCounts counts =
        new MergeCounts(
            staged.rows(),
            changes.added(),
            changes.superseding(),
            staged.rows() - changes.added() - changes.superseding() - rejected,
            rejected);
    finish(counts);
    return counts;
  }

  /** The rows that say something new. */
  private record Changes(long added, long superseding) {}

  private Changes record() {
    heedChangesByHand();
    long changedElsewhere = countChangedElsewhere();
    long superseded = recording(SUPERSEDE).update();
    long versions = recording(ADD).param("date", file.delivery().businessDate()).update();
    moveTimelines();
    if (versions >= MANY) {
      statement("ANALYZE {table}").update();
    }
    return new Changes(versions - superseded, superseded + changedElsewhere);
  }

  /** What a dry run counts it counts by the very statements that it stands for. */
  private Changes tryOut() {
    statement("SAVEPOINT untouched").update();
    Changes changes = record();
    statement("ROLLBACK TO SAVEPOINT untouched").update();
    return changes;
  }

  /**
   * What the stage holds of the file.
   *
   * @param rows all rows
   * @param unreadable those with a value that could not be read
   * @param faulty those whose values are at fault only together
   */
  private record Staged(long rows, long unreadable, long faulty) {}

  private Staged requireWholeStage() {
    long expected =
        statement(LOCK_FILE)
            .query(Long.class)
            .optional()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "File " + file.file().path() + " is not to be merged any more"));
    // A stage that was empty a moment ago looks small to the planner.
    statement(SAMPLE_LITTLE).update();
    statement("ANALYZE {stage}").update();
    statement(SAMPLE_AS_USUAL).update();
    Staged staged =
        statement(COUNT_STAGED)
            .query(
                (row, number) ->
                    new Staged(
                        row.getLong("rows"), row.getLong("unreadable"), row.getLong("faulty")))
            .single();
    if (staged.rows() != expected) {
      throw new StageLostException(
          "Of the "
              + expected
              + " rows staged of file "
              + file.file().path()
              + " "
              + staged.rows()
              + " are there: read the file again");
    }
    return staged;
  }

  private long rejectRows(Staged staged) {
    long rejected = 0;
    if (staged.unreadable() > 0) {
      rejected += statement(REJECT_BAD_VALUES).update();
    }
    rejected += rejectUnknownPartners();
    if (staged.faulty() > 0) {
      rejected += statement(REJECT_OWN_FAULTS).update();
    }
    rejected += rejectClaims();
    return rejected + rejectRepeatedKeys();
  }

  /** Leaves one row of each key; those that say the same as it are dropped, not rejected. */
  private long rejectRepeatedKeys() {
    if (!statement(HAS_REPEATED_KEYS).query(Boolean.class).single()) {
      return 0;
    }
    long rejected =
        statement(REJECT_DUPLICATE_KEYS)
            .param("fields", table.keyFields().toArray(String[]::new))
            .update();
    statement(DROP_REPEATED_ROWS).update();
    return rejected;
  }

  /** Rejects rows about partners that are not there. */
  long rejectUnknownPartners() {
    return statement(REJECT_UNKNOWN_PARTNERS).param("field", table.partnerField()).update();
  }

  /** Rejects rows that contradict each other in whom they name; most kinds name nobody. */
  long rejectClaims() {
    return 0;
  }

  /** Has rows that must not undo what a person changed say what holds; most kinds have none. */
  void heedChangesByHand() {}

  /** Counts the known keys whose content differs only in what another table keeps. */
  long countChangedElsewhere() {
    return 0;
  }

  /** Has timelines follow the rows that are left in the stage; most kinds have none. */
  void moveTimelines() {}

  final void move(Timeline timeline) {
    timeline.follow(client, file, recordedAt);
  }

  final JdbcClient.StatementSpec statement(String sql) {
    return client.sql(table.fill(sql)).param("file", file.id());
  }

  final IntakeFile file() {
    return file;
  }

  private JdbcClient.StatementSpec recording(String sql) {
    return statement(sql).param("recordedAt", RecordTime.of(recordedAt));
  }

  private void finish(MergeCounts counts) {
    statement(FINISH_FILE)
        .param("state", (file.delivery().dryRun() ? State.CHECKED : State.MERGED).name())
        .param("read", counts.read())
        .param("added", counts.added())
        .param("superseding", counts.superseding())
        .param("unchanged", counts.unchanged())
        .param("rejected", counts.rejected())
        .update();
  }
}
