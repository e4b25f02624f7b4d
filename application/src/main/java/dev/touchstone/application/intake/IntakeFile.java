package dev.touchstone.application.intake;

/**
 * A file as the intake has registered it.
 *
 * @param id the intake's handle on it
 * @param delivery what it came with
 * @param file what was found
 * @param state how far it is
 */
public record IntakeFile(long id, Delivery delivery, SourceFile file, State state) {

  /** How far the intake is with a file. */
  public enum State {
    /** To be read, or being read. */
    REGISTERED,
    /** Read and merged, rejected rows recorded. */
    MERGED,
    /** Read and judged in a dry run, rejected rows recorded; the evidence is as it was. */
    CHECKED,
    /** Rejected whole. */
    REJECTED,
    /** Rejected because it was gone or another when its turn came: a later run may take it. */
    UNREAD,
    /** The same content as another file of the same date; not read. */
    REPEATED;

    /** Whether the file was read to its end. */
    public boolean wasRead() {
      return this == MERGED || this == CHECKED;
    }
  }
}
