package dev.touchstone.application.night.port.in;

import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.domain.time.NightId;

/** Says whom a night decides, once its evidence is fixed. */
public interface PlanRecalculationUseCase {

  /**
   * Chooses and records the partners, within the caller's transaction. Where everything may be
   * another than after the night before, or where somebody has asked the night for all, these are
   * all. What an attempt before has chosen stays.
   *
   * @throws IllegalStateException if the night's intake has not ended, or an attempt before has
   *     chosen by other rules
   */
  RecalculationScope plan(NightId night);
}
