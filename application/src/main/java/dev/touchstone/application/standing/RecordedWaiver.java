package dev.touchstone.application.standing;

import dev.touchstone.domain.standing.Waiver;

/**
 * A waiver as it is recorded now.
 *
 * @param waiver its latest version
 * @param revision how many versions of it there are, 1 for one that nobody has ended
 */
public record RecordedWaiver(Waiver waiver, long revision) {}
