package dev.touchstone.application.standing;

import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.outlook.Outlook;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.path.PathToNextTier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner stands and why.
 *
 * @param decision the decision
 * @param standing the standing
 * @param fallsTo the tier held on the day until which the held one is at risk, if nothing new
 *     comes; null where nothing is at risk
 * @param waivers the waivers that run for the partner on the date, in order of their numbers
 * @param path the shortest path to the next tier; null on the highest tier and where there is none
 * @param outlook what would cost the earned tier, and when it falls by itself; null where there is
 *     no tier
 */
public record Explanation(
    TierDecision decision,
    Standing standing,
    @Nullable Tier fallsTo,
    List<Waiver> waivers,
    @Nullable PathToNextTier path,
    @Nullable Outlook outlook) {

  /** Copies the list. */
  public Explanation {
    waivers = List.copyOf(waivers);
  }
}
