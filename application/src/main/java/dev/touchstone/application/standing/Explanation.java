package dev.touchstone.application.standing;

import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.tier.TierDecision;
import java.util.List;

/**
 * Where a partner stands and why.
 *
 * @param decision the decision
 * @param standing the standing
 * @param waivers the waivers that run for the partner on the date, in order of their numbers
 */
public record Explanation(TierDecision decision, Standing standing, List<Waiver> waivers) {

  /** Copies the list. */
  public Explanation {
    waivers = List.copyOf(waivers);
  }
}
