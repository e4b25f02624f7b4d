package dev.touchstone.application.arrival.port.out;

import java.util.Optional;

/** Lets one process at a time do a thing with arriving files, of all that share the database. */
public interface ArrivalLock {

  /** What is done. */
  enum Task {
    /** Putting a file into the inbox. */
    TAKE,
    /** Fetching a file from another machine. */
    FETCH
  }

  /** The lock, unless a living process holds it; one that died holds nothing. */
  Optional<Held> tryAcquire(Task task);

  /** The lock while it is held. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
