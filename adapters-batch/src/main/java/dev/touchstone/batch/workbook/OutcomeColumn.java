package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.Fault;

/** The column that says for each bad row what is wrong. */
final class OutcomeColumn {

  static final String TITLE = "Esito / Outcome";

  private OutcomeColumn() {}

  static String textFor(Fault fault) {
    return fault.reason() + ": " + fault.detail();
  }
}
