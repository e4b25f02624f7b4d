package dev.touchstone.command;

import dev.touchstone.batch.step.Progress;
import java.time.Duration;

/** For commands that run no night. */
enum NoProgress implements Progress {
  INSTANCE;

  @Override
  public void started(String step) {}

  @Override
  public void advanced(String step, long items) {}

  @Override
  public void ended(String step, Duration elapsed) {}
}
