package dev.touchstone.application.standing.port.out;

import dev.touchstone.domain.standing.Waiver;
import java.time.Instant;
import java.util.List;

/** The program's waivers. Like evidence they are never overwritten. */
public interface Waivers {

  /** All waivers as known at a moment, past and coming ones too, in order of their numbers. */
  List<Waiver> listKnownAt(Instant moment);
}
