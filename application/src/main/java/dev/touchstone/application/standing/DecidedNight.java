package dev.touchstone.application.standing;

import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;

/**
 * A complete night: what it decided was published.
 *
 * @param id which one
 * @param policy the policy in force on its date
 * @param evidenceKnownAt by what was known when it decided
 * @param completedAt when it was complete
 */
public record DecidedNight(
    NightId id, PolicyVersion policy, Instant evidenceKnownAt, Instant completedAt) {}
