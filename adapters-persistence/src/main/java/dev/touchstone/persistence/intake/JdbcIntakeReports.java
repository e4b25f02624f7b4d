package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.Delivery;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.IntakeFileReport;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.port.out.IntakeReports;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reports from {@code intake_file} and {@code rejected_row}. */
public final class JdbcIntakeReports implements IntakeReports {

  private static final String FILES =
      """
      SELECT f.*, r.reason AS fault_reason, r.detail AS fault_detail, r.columns AS fault_columns
      FROM intake_file f
      LEFT JOIN rejected_row r ON r.file_id = f.file_id AND r.line IS NULL
        AND f.state IN ('REJECTED', 'UNREAD')
      WHERE f.business_date = :date AND f.run = :run AND f.file_id > :after
        AND (:state::text IS NULL OR f.state = :state)
      ORDER BY f.file_id
      LIMIT :limit
      """;

  private static final String REJECTS =
      """
      SELECT r.rejected_row_id, f.path, r.sheet_index, r.sheet, r.line, r.key, r.reason, r.detail,
        r.columns
      FROM rejected_row r JOIN intake_file f USING (file_id)
      WHERE f.business_date = :date AND f.run = :run
      """;

  private static final String PLACE =
      "f.path, coalesce(r.sheet, '') COLLATE \"C\", coalesce(r.line, 0), r.rejected_row_id";

  private static final String ORDER = " ORDER BY " + PLACE;

  /**
   * Of each file that comes so late the first rows behind the place, by an index in this order; few
   * files, and no page's worth of rows more than once, are left to sort.
   */
  private static final String REJECTS_AFTER =
      """
      SELECT r.rejected_row_id, f.path, r.sheet_index, r.sheet, r.line, r.key, r.reason, r.detail,
        r.columns
      FROM intake_file f CROSS JOIN LATERAL (
        SELECT * FROM rejected_row
        WHERE file_id = f.file_id
          AND (coalesce(sheet, '') COLLATE "C", coalesce(line, 0), rejected_row_id) > (
            CASE WHEN f.path = :path THEN :sheet ELSE '' END,
            CASE WHEN f.path = :path THEN :line ELSE 0 END,
            CASE WHEN f.path = :path THEN :id ELSE 0 END)
        ORDER BY coalesce(sheet, '') COLLATE "C", coalesce(line, 0), rejected_row_id
        LIMIT :limit
      ) r
      WHERE f.business_date = :date AND f.run = :run
        AND (:path::text IS NULL OR f.path >= :path)
      """
          + ORDER
          + " LIMIT :limit";

  private final DataSource dataSource;
  private final JdbcClient client;

  /** Reports in the database of the data source. */
  public JdbcIntakeReports(DataSource dataSource) {
    this.dataSource = dataSource;
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public List<IntakeFileReport> listFiles(
      NightId night, IntakeFile.@Nullable State state, long after, int limit) {
    return statement(client, FILES, night)
        .param("state", state == null ? null : state.name(), Types.VARCHAR)
        .param("after", after)
        .param("limit", limit)
        .query((row, number) -> toReport(row, night))
        .list();
  }

  @Override
  public List<PlacedReject> listRejects(NightId night, @Nullable RejectPlace after, int limit) {
    return statement(client, REJECTS_AFTER, night)
        .param("path", after == null ? null : after.path(), Types.VARCHAR)
        .param("sheet", after == null ? "" : after.sheet())
        .param("line", after == null ? 0 : after.line())
        .param("id", after == null ? 0 : after.id())
        .param("limit", limit)
        .query(JdbcIntakeReports::toPlacedReject)
        .list();
  }

  @Override
  public void forEachReject(NightId night, Consumer<RejectedRow> consumer) {
    try (Snapshot snapshot = Snapshot.open(dataSource);
        Stream<RejectedRow> rows =
            statement(snapshot.client(), REJECTS + ORDER, night)
                .query(JdbcRejects::toRejectedRow)
                .stream()) {
      rows.forEach(consumer);
    }
  }

  private static StatementSpec statement(JdbcClient client, String sql, NightId night) {
    return client.sql(sql).param("date", night.businessDate()).param("run", night.run());
  }

  private static PlacedReject toPlacedReject(ResultSet row, int number) throws SQLException {
    String sheet = row.getString("sheet");
    return new PlacedReject(
        new RejectPlace(
            row.getString("path"),
            sheet == null ? "" : sheet,
            row.getLong("line"),
            row.getLong("rejected_row_id")),
        JdbcRejects.toRejectedRow(row, number));
  }

  private static IntakeFileReport toReport(ResultSet row, NightId night) throws SQLException {
    String reason = row.getString("fault_reason");
    return new IntakeFileReport(
        JdbcIntakeFiles.toIntakeFile(row, new Delivery.Night(night)),
        row.getLong("rows_read"),
        row.getLong("rows_added"),
        row.getLong("rows_superseding"),
        row.getLong("rows_unchanged"),
        row.getLong("rows_rejected"),
        reason == null
            ? null
            : new Fault(
                RejectReason.valueOf(reason),
                row.getString("fault_detail"),
                List.of((String[]) row.getArray("fault_columns").getArray())));
  }
}
