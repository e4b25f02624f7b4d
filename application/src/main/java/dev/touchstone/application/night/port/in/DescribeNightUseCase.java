package dev.touchstone.application.night.port.in;

import dev.touchstone.application.night.NightDetail;
import dev.touchstone.domain.time.NightId;
import java.util.Optional;

/** Says all about a night. */
public interface DescribeNightUseCase {

  /** The night, if it was ever opened. */
  Optional<NightDetail> describeNight(NightId night);
}
