package dev.touchstone.application.night.port.in;

import dev.touchstone.application.night.NightOverview;
import dev.touchstone.domain.time.NightId;
import java.util.Optional;

/** Says how far a night is. */
public interface FindNightUseCase {

  /** The night, if it was ever opened. */
  Optional<NightOverview> findNight(NightId night);
}
