package dev.touchstone.application.night.port.in;

import dev.touchstone.application.night.NightOverview;
import dev.touchstone.domain.time.NightId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which nights there were. */
public interface ListNightsUseCase {

  /**
   * Nights, newest first, by date and run.
   *
   * @param before those before this one only; null to begin with the newest
   * @param limit how many at most
   */
  List<NightOverview> listNights(@Nullable NightId before, int limit);
}
