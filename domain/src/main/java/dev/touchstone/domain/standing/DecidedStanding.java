package dev.touchstone.domain.standing;

import dev.touchstone.domain.tier.TierDecision;

/**
 * What a partner is found to be and what it holds, on one date.
 *
 * @param decision the decision of the date
 * @param standing the standing on the date
 */
public record DecidedStanding(TierDecision decision, Standing standing) {}
