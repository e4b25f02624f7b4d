package dev.touchstone.application.night.service;

import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.domain.time.NightId;
import java.util.Optional;

/** Finds a night in the record. */
public final class FindNightService implements FindNightUseCase {

  private final NightStates states;

  /** Finds among these; the lock tells whether one is under way. */
  public FindNightService(Nights nights, NightLock lock) {
    this.states = new NightStates(nights, lock);
  }

  @Override
  public Optional<NightOverview> findNight(NightId night) {
    return states.find(night);
  }
}
