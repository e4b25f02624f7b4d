package dev.touchstone.application.standing;

import dev.touchstone.domain.tier.Tier;
import org.jspecify.annotations.Nullable;

/**
 * How many partners have earned a tier, by their decisions in force.
 *
 * @param tier the tier; null for none
 * @param partners how many
 */
public record EarnedTierCount(@Nullable Tier tier, long partners) {}
