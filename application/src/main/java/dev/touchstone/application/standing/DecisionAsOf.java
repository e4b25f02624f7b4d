package dev.touchstone.application.standing;

import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision and standing, and where they come from.
 *
 * @param decided what was decided
 * @param night the night that stored it; null where it was decided anew
 * @param knownAt by what was known when
 * @param survey how much of the survey is told
 */
public record DecisionAsOf(
    DecidedStanding decided, @Nullable NightId night, Instant knownAt, SurveyDiscretion survey) {}
