package dev.touchstone.application.night.service;

import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.port.in.ListNightsUseCase;
import dev.touchstone.application.night.port.out.NightLock;
import dev.touchstone.application.night.port.out.Nights;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the record of nights. */
public final class ListNightsService implements ListNightsUseCase {

  private final Nights nights;
  private final NightStates states;

  /** Lists these; the lock tells whether one is under way. */
  public ListNightsService(Nights nights, NightLock lock) {
    this.nights = nights;
    this.states = new NightStates(nights, lock);
  }

  @Override
  public List<NightOverview> listNights(@Nullable NightId before, int limit) {
    return states.read(() -> nights.list(before, limit));
  }
}
