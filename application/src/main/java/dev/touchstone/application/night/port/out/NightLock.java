package dev.touchstone.application.night.port.out;

import java.util.Optional;

/** Lets one process at a time run a night, across all that share the database. */
public interface NightLock {

  /**
   * The lock, unless a living process holds it; one that died holds nothing.
   *
   * @throws dev.touchstone.application.night.NightNotTakenOverException if something of the owner
   *     before does not end
   */
  Optional<Held> tryAcquire();

  /** Whether a living process holds it. */
  boolean isHeld();

  /**
   * The lock while it is held. It goes with the connection it was taken on, which may break while
   * its holder lives on: then another may take it, and the transactions of the one before fail (see
   * {@link dev.touchstone.application.night.NightTakenOverException}).
   */
  interface Held extends AutoCloseable {

    /** Which owner this is; of two the later one has the greater number. */
    long number();

    /** Whether nobody has taken the lock since, even if it was lost. */
    boolean isLast();

    /**
     * Has the database break off the statements that the owner's transactions are running; nothing
     * once another has taken the lock.
     *
     * @return whether the owner is the last
     */
    boolean breakOff();

    /** Lets go of the lock, if it was not lost. */
    @Override
    void close();
  }
}
