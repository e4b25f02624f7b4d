package dev.touchstone.application.audit.port.out;

import java.time.Instant;

/**
 * Gives the moments at which evidence is recorded. Evidence has one writer at a time, so that what
 * was known at a moment never changes afterwards (domain.md, Evidence is never overwritten).
 */
public interface EvidenceClock {

  /**
   * Waits until nobody else writes evidence and keeps others from it until the caller's transaction
   * ends. All that was recorded before has an earlier moment and can be seen, all that comes later
   * has a later one.
   *
   * @return the moment
   */
  Instant enter();
}
