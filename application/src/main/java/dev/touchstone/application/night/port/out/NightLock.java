package dev.touchstone.application.night.port.out;

import java.util.Optional;

/** Lets one process at a time run a night, across all that share the database. */
public interface NightLock {

  /** The lock, unless a living process holds it; one that died holds nothing. */
  Optional<Held> tryAcquire();

  /** Whether a living process holds it. */
  boolean isHeld();

  /** The lock while it is held. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
