package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.port.out.EvidenceStage;
import dev.touchstone.persistence.postgres.CallerTransaction;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stage in unlogged tables, filled by binary COPY; {@code intake_file} keeps count. */
public final class CopyEvidenceStage implements EvidenceStage {

  private static final String CLEAR =
      """
      WITH forgotten AS (DELETE FROM {stage} WHERE file_id = :file)
      UPDATE intake_file SET rows_staged = 0 WHERE file_id = :file AND state = 'REGISTERED'
      """;

  private static final String COUNT =
      """
      UPDATE intake_file SET rows_staged = rows_staged + :rows
      WHERE file_id = :file AND state = 'REGISTERED'
      """;

  /**
   * A crash of the database empties the stage, and what was staged before is to be staged again: so
   * there is nothing to wait for the disk for. It may take back the last commits, those of the
   * step's own record as well: whoever goes on after it finds another version of that record, and
   * fails.
   */
  private static final String DO_NOT_WAIT = "SET LOCAL synchronous_commit = off";

  private final JdbcTemplate template;
  private final JdbcClient client;

  /** A stage in the database of the data source. */
  public CopyEvidenceStage(DataSource dataSource) {
    this.template = new JdbcTemplate(dataSource);
    this.client = JdbcClient.create(template);
  }

  @Override
  public void clear(IntakeFile file) {
    int pending =
        client
            .sql(EvidenceTable.of(file.file().kind()).fill(CLEAR))
            .param("file", file.id())
            .update();
    requirePending(file, pending);
  }

  @Override
  public void add(IntakeFile file, List<ParsedRow> rows) {
    CallerTransaction.require();
    template.execute(DO_NOT_WAIT);
    int pending = client.sql(COUNT).param("file", file.id()).param("rows", rows.size()).update();
    requirePending(file, pending);
    StageCopy.of(file.file().kind()).copy(template, file, rows);
  }

  private static void requirePending(IntakeFile file, int pending) {
    if (pending != 1) {
      throw new IllegalStateException("File " + file.file().path() + " is not to be read any more");
    }
  }
}
