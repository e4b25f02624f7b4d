package dev.touchstone.application.night.port.in;

import dev.touchstone.application.night.MassDemotion;
import dev.touchstone.domain.time.NightId;

/** Says whether what a night decided may be published without a person's word. */
public interface CheckDemotionsUseCase {

  /** Compares held tiers with those after the previous complete night. */
  CheckDemotionsResult check(NightId night);

  /** What came out. */
  sealed interface CheckDemotionsResult {

    /**
     * The night may go on: it demotes few, or a person has confirmed it.
     *
     * @param demotions how many partners hold a lower tier than before
     * @param held how many held a tier before; 0 where none is demoted, and they are not counted
     */
    record Passed(long demotions, long held) implements CheckDemotionsResult {}

    /** The night has to wait. */
    record Stopped(MassDemotion demotions) implements CheckDemotionsResult {}
  }
}
