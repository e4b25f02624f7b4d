package dev.touchstone.application.integrity;

import dev.touchstone.application.table.Table;
import dev.touchstone.application.table.TableColumn;
import java.util.List;

/** What is odd about evidence as a table. */
public final class FindingTable {

  /** One row a finding. */
  public static final Table<IntegrityFinding> TABLE =
      new Table<>(
          "findings",
          List.of(
              new TableColumn.Text<>("kind", IntegrityFinding::kind),
              new TableColumn.Text<>("partner_id", finding -> finding.partner().value()),
              new TableColumn.Text<>("subject", IntegrityFinding::subject),
              new TableColumn.Text<>("detail", IntegrityFinding::detail)));

  private FindingTable() {}
}
