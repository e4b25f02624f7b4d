package dev.touchstone.batch.night;

/** The names of the night's own steps. */
final class NightSteps {

  static final String FIX_EVIDENCE = "fix-evidence";
  static final String PLAN_RECALCULATION = "plan-recalculation";
  static final String CHECK_DEMOTIONS = "check-demotions";
  static final String COMPLETE = "complete-night";

  private NightSteps() {}
}
