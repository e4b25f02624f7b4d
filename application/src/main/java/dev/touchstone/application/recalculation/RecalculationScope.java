package dev.touchstone.application.recalculation;

/** Whom a night decides. */
public sealed interface RecalculationScope {

  /**
   * All partners.
   *
   * @param because why, as a clause that goes on after "all partners are decided, because"
   */
  record All(String because) implements RecalculationScope {}

  /**
   * Those of whom something could be another than the night before found it; all others are what
   * they were.
   *
   * @param partners how many
   */
  record Changed(long partners) implements RecalculationScope {}
}
