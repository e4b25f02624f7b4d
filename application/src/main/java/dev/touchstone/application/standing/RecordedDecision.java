package dev.touchstone.application.standing;

import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.time.NightId;

/**
 * What was in force of a partner after a complete night that changed something of it.
 *
 * @param night the night
 * @param decided decision and standing
 */
public record RecordedDecision(NightId night, DecidedStanding decided) {}
