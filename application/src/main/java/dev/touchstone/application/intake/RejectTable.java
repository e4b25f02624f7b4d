package dev.touchstone.application.intake;

import dev.touchstone.application.table.Table;
import dev.touchstone.application.table.TableColumn;
import java.util.List;

/** Rejected rows and files as a table (formats.md, Commands: rejects). */
public final class RejectTable {

  /** One row for each. */
  public static final Table<RejectedRow> TABLE =
      new Table<>(
          "rejects",
          List.of(
              new TableColumn.Text<>("file", RejectedRow::path),
              new TableColumn.Text<>("sheet", row -> placeOf(row).sheet()),
              new TableColumn.Text<>("line", row -> row.place() == null ? "" : placeOf(row).line()),
              new TableColumn.Text<>("key", RejectedRow::key),
              new TableColumn.Text<>("reason", row -> row.fault().reason()),
              new TableColumn.Text<>("detail", row -> row.fault().detail())));

  /** Where a file rejected whole stands, which shows nowhere. */
  private static final RowPlace WHOLE_FILE = RowPlace.line(0);

  private RejectTable() {}

  private static RowPlace placeOf(RejectedRow row) {
    return row.place() == null ? WHOLE_FILE : row.place();
  }
}
