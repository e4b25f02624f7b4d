package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.RecordedWaiver;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The program's waivers. Like evidence they are never overwritten. */
public interface Waivers {

  /** All waivers as known at a moment, past and coming ones too, in order of their numbers. */
  List<Waiver> listKnownAt(Instant moment);

  /**
   * Waivers as they are recorded now, in order of their numbers.
   *
   * @param after those with higher numbers only; null to begin with the first
   * @param on those that run on this day only; null for all
   * @param limit how many at most
   */
  List<RecordedWaiver> list(@Nullable WaiverId after, @Nullable LocalDate on, int limit);

  /** A waiver as it is recorded now. */
  Optional<RecordedWaiver> find(WaiverId id);

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
