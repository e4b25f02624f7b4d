package dev.touchstone.application.integrity.port.in;

import dev.touchstone.domain.time.NightId;

/** Looks through the whole evidence as a night knows it. */
public interface CheckIntegrityUseCase {

  /**
   * Records what a person should look at, within the caller's transaction.
   *
   * @param night one whose intake has ended
   * @return how much was found
   */
  int check(NightId night);
}
