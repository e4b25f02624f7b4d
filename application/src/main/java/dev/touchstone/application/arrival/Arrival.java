package dev.touchstone.application.arrival;

/**
 * A file that came in, as it is recorded.
 *
 * @param id the record's number
 * @param file what came in
 * @param heldAt the path at which it lay on this machine before it was taken
 * @param path where it was or is to be put: its path below the inbox, with {@code /} between names
 */
public record Arrival(long id, ArrivedFile file, String heldAt, String path) {

  /** What became of it. */
  public enum Outcome {
    /** It was put into the inbox. */
    TAKEN,
    /** The same content lay in the inbox already; it was put aside. */
    REPEATED,
    /** It could not be moved, or whoever was taking it died before; it lies where it lay. */
    ABANDONED
  }
}
