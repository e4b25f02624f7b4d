package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.Demotion;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.time.NightId;
import java.util.function.Consumer;

/** Whose held tier falls from night to night. */
public interface Demotions {

  /** How many partners hold a tier after a night. */
  long countHeld(NightId night);

  /**
   * Streams the partners that hold a lower tier after one night than after another, in byte order
   * of their ids.
   *
   * @param ladder says which tier is the lower one
   */
  void forEach(NightId earlier, NightId later, Ladder ladder, Consumer<Demotion> consumer);
}
