package dev.touchstone.application.standing.port.out;

import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The program's waivers. Like evidence they are never overwritten. */
public interface Waivers {

  /** All waivers as known at a moment, past and coming ones too, in order of their numbers. */
  List<Waiver> listKnownAt(Instant moment);

  /**
   * Runs a change, all of it or nothing. No other change runs meanwhile, and nobody lists the
   * waivers known at a moment while a change of before it is not done.
   */
  <T> T exclusively(Supplier<T> change);

  /** A number that no waiver has. */
  WaiverId nextId();

  /** Records a waiver, or a new version of one, within {@link #exclusively}. */
  void record(Waiver waiver, Instant recordedAt);
}
