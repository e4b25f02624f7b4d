package dev.touchstone.application.standing;

import dev.touchstone.application.table.Table;
import dev.touchstone.application.table.TableColumn;
import java.util.List;

/** Partners under a candidate policy as a table (formats.md, Commands: whatif). */
public final class TrialTable {

  /** One row a partner. */
  public static final Table<TriedPartner> TABLE =
      new Table<>(
          "whatif",
          List.of(
              new TableColumn.Text<>("partner_id", tried -> tried.partner().value()),
              new TableColumn.Text<>("earned_now", TriedPartner::earnedNow),
              new TableColumn.Text<>("earned_then", TriedPartner::earnedThen),
              new TableColumn.Text<>("displayed_now", TriedPartner::displayedNow),
              new TableColumn.Text<>("displayed_then", TriedPartner::displayedThen),
              new TableColumn.Text<>("reason", TriedPartner::reason)));

  private TrialTable() {}
}
