package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.EarnedTierCount;
import dev.touchstone.domain.time.NightId;
import java.util.List;

/** Counts what partners have earned. */
public interface EarnedTiers {

  /**
   * By tier, the decisions in force after a night; by name, none first. A tier that nobody has
   * earned is left out.
   */
  List<EarnedTierCount> count(NightId night);
}
