package dev.touchstone.application.standing;

import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;

/**
 * A partner that holds a lower tier after one night than after another; one that has no tier any
 * more, because it left or is suspended, was not demoted.
 *
 * @param before its standing after the earlier night
 * @param after its decision and standing after the later one
 */
public record Demotion(Standing before, DecidedStanding after) {

  /** Whether the tier fell because it had rested on a legacy right that is over. */
  public boolean endsLegacy() {
    return before.legacy() && !after.standing().legacy();
  }
}
