package dev.touchstone.application.night.port.out;

import dev.touchstone.domain.time.NightId;
import java.time.Duration;
import java.util.Map;

/** What was noted of the steps of nights. */
public interface NightLedger {

  /**
   * How long each step took, over all attempts, in the order in which they ran; one that has not
   * ended has taken no time yet.
   */
  Map<String, Duration> getDurations(NightId night);
}
