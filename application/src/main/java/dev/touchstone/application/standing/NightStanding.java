package dev.touchstone.application.standing;

import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import org.jspecify.annotations.Nullable;

/**
 * What a night left of one partner.
 *
 * @param night the night
 * @param policy the policy in force on its date
 * @param standing the standing in force after it; null where the night knows no such partner
 */
public record NightStanding(NightId night, PolicyVersion policy, @Nullable Standing standing) {}
