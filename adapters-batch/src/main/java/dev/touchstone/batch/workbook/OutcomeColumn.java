package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Fault;

/** The column that says for each bad row what is wrong. */
final class OutcomeColumn {

  static final String TITLE = "Esito / Outcome";

  /** In 256ths of a character, as POI counts. */
  static final int WIDTH = 60 * 256;

  private OutcomeColumn() {}

  /** What is wrong with a row that no longer stands where it stood. */
  static String textFor(Fault fault, long row) {
    return SafeCells.fitting("%s (riga / row %d)".formatted(textFor(fault), row));
  }

  /** What is wrong with a row. */
  static String textFor(Fault fault) {
    return SafeCells.fitting(fault.reason() + ": " + fault.detail());
  }
}
