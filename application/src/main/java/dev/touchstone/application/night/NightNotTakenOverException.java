package dev.touchstone.application.night;

/**
 * A night cannot be taken over, because something that its owner before has begun in the database
 * does not end, and could not be ended.
 */
public final class NightNotTakenOverException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says so, and what to do.
   *
   * @param lock the number of the advisory lock that what does not end holds
   */
  public NightNotTakenOverException(long lock) {
    super(
        ("Something in the database that the process before had begun for its night does not end."
                + " End the sessions that hold advisory lock %d (pg_locks has them, as objid;"
                + " pg_terminate_backend ends them), and run the night again.")
            .formatted(lock));
  }
}
