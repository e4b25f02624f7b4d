package dev.touchstone.application.standing;

import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.TierDecision;

/**
 * What a night finds about one partner.
 *
 * @param decision the decision of its date
 * @param standing what the partner holds on its date
 */
public record DecidedPartner(TierDecision decision, Standing standing) {}
