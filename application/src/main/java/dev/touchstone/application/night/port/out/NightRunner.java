package dev.touchstone.application.night.port.out;

import dev.touchstone.application.night.NightLaunch;
import dev.touchstone.application.night.NightOrder;

/** Runs nights in the background, one at a time. */
public interface NightRunner {

  /** Launches a night, and does not wait for its end: the record of nights tells of it. */
  NightLaunch launch(NightOrder order);
}
