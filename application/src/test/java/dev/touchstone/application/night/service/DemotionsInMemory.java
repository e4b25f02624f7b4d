package dev.touchstone.application.night.service;

import dev.touchstone.application.standing.Demotion;
import dev.touchstone.application.standing.port.out.Demotions;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import java.util.function.Consumer;

/**
 * The demotions between two nights, in memory.
 *
 * @param counted is given each night of which holders are counted
 */
record DemotionsInMemory(
    NightId earlier, NightId later, long held, List<Demotion> demotions, List<NightId> counted)
    implements Demotions {

  @Override
  public long countHeld(NightId night) {
    counted.add(night);
    return night.equals(earlier) ? held : 0;
  }

  @Override
  public void forEach(NightId from, NightId to, Ladder ladder, Consumer<Demotion> consumer) {
    if (from.equals(earlier) && to.equals(later)) {
      demotions.forEach(consumer);
    }
  }
}
