package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.Redecision;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;

/**
 * What came out when a night's date was decided once more by what was known later. It stands beside
 * what the night stored, which is never touched; neither is this.
 */
public interface Redecisions {

  /**
   * Appends one, within the caller's transaction.
   *
   * @return its number
   */
  long append(NightId night, Instant knownAt, DecidedStanding decided);

  /**
   * The one of that number.
   *
   * @throws IllegalArgumentException if there is none
   * @throws IllegalStateException if it is not what its digest is of
   */
  Redecision getRedecision(long id);
}
