package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.port.out.Rejects;
import dev.touchstone.persistence.postgres.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What was rejected, streamed from {@code rejected_row}. */
public final class JdbcRejects implements Rejects {

  private static final String ON_DATE =
      """
      SELECT f.path, r.sheet_index, r.sheet, r.line, r.key, r.reason, r.detail, r.columns
      FROM rejected_row r JOIN intake_file f USING (file_id)
      WHERE f.business_date = :date AND f.run IS NOT NULL
      ORDER BY f.path, r.sheet COLLATE "C" NULLS FIRST, r.line NULLS FIRST, r.rejected_row_id
      """;

  private static final String OF_FILE =
      """
      SELECT f.path, r.sheet_index, r.sheet, r.line, r.key, r.reason, r.detail, r.columns
      FROM rejected_row r JOIN intake_file f USING (file_id)
      WHERE r.file_id = :file
      ORDER BY r.sheet_index, r.line, r.rejected_row_id
      """;

  private final DataSource dataSource;

  /** Rejects in the database of the data source. */
  public JdbcRejects(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void forEachOn(LocalDate businessDate, Consumer<RejectedRow> consumer) {
    try (Snapshot snapshot = Snapshot.open(dataSource)) {
      forEach(snapshot.client().sql(ON_DATE).param("date", businessDate), consumer);
    }
  }

  @Override
  public Stream<RejectedRow> streamOf(IntakeFile file) {
    Snapshot snapshot = Snapshot.open(dataSource);
    try {
      return snapshot
          .client()
          .sql(OF_FILE)
          .param("file", file.id())
          .query(JdbcRejects::toRejectedRow)
          .stream()
          .onClose(snapshot::close);
    } catch (RuntimeException e) {
      try (snapshot) {
        throw e;
      }
    }
  }

  private static void forEach(StatementSpec statement, Consumer<RejectedRow> consumer) {
    try (Stream<RejectedRow> rows = statement.query(JdbcRejects::toRejectedRow).stream()) {
      rows.forEach(consumer);
    }
  }

  static RejectedRow toRejectedRow(ResultSet row, int rowNumber) throws SQLException {
    return new RejectedRow(
        row.getString("path"),
        toPlace(row),
        row.getString("key"),
        new Fault(
            RejectReason.valueOf(row.getString("reason")),
            row.getString("detail"),
            List.of((String[]) row.getArray("columns").getArray())));
  }

  private static @Nullable RowPlace toPlace(ResultSet row) throws SQLException {
    Long line = row.getObject("line", Long.class);
    return line == null
        ? null
        : new RowPlace(row.getInt("sheet_index"), row.getString("sheet"), line);
  }
}
