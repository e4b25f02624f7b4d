package dev.touchstone.application.standing;

import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.time.NightId;

/**
 * Something that a night found changed.
 *
 * @param night the night
 * @param standing the standing after it
 * @param reason what changed, in one line
 */
public record StandingChange(NightId night, Standing standing, String reason) {}
