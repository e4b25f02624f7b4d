package dev.touchstone.application.standing;

import dev.touchstone.application.table.Table;
import dev.touchstone.application.table.TableColumn;
import dev.touchstone.domain.catalog.SpecializationCode;
import java.util.List;
import java.util.stream.Collectors;

/** Decisions as a table (formats.md, Commands: decisions). */
public final class DecisionTable {

  /** One row a partner. */
  public static final Table<DecisionLine> TABLE =
      new Table<>(
          "decisions",
          List.of(
              new TableColumn.Text<>("partner_id", line -> line.partner().value()),
              new TableColumn.Text<>("earned", line -> line.standing().earned()),
              new TableColumn.Text<>("held", line -> line.standing().held()),
              new TableColumn.Text<>("displayed", line -> line.standing().displayed()),
              new TableColumn.Truth<>("legacy", line -> line.standing().legacy()),
              new TableColumn.Day<>("at_risk_until", line -> line.standing().atRiskUntil()),
              new TableColumn.WholeNumber<>(
                  "people_certified", line -> line.numbers().peopleCertified()),
              new TableColumn.WholeNumber<>(
                  "specializations_covered", line -> line.numbers().specializationsCovered()),
              new TableColumn.WholeNumber<>(
                  "references_counted", line -> line.numbers().referencesCounted()),
              new TableColumn.WholeNumber<>(
                  "responses_counted", line -> line.numbers().responsesCounted()),
              new TableColumn.WholeNumber<>(
                  "satisfaction_sum", line -> line.numbers().satisfactionSum()),
              new TableColumn.Text<>("competencies", DecisionTable::competencies)));

  private DecisionTable() {}

  private static String competencies(DecisionLine line) {
    return line.competencies().stream()
        .map(SpecializationCode::value)
        .collect(Collectors.joining(";"));
  }
}
