package dev.touchstone.application.standing;

import dev.touchstone.domain.standing.DecidedStanding;
import java.time.Instant;

/**
 * What came out when a night's date was decided once more.
 *
 * @param id its number
 * @param knownAt by what was known when
 * @param decided decision and standing as of the night's date
 */
public record Redecision(long id, Instant knownAt, DecidedStanding decided) {}
