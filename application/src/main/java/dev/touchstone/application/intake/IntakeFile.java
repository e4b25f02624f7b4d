package dev.touchstone.application.intake;

import dev.touchstone.domain.time.NightId;

/**
 * A file as a night has registered it.
 *
 * @param id the night's handle on it
 * @param night the night that takes it
 * @param file what was found
 * @param state how far it is
 */
public record IntakeFile(long id, NightId night, SourceFile file, State state) {

  /** How far the intake is with a file. */
  public enum State {
    /** To be read, or being read. */
    REGISTERED,
    /** Read and merged, rejected rows recorded. */
    MERGED,
    /** Rejected whole. */
    REJECTED,
    /** Rejected because it was gone or another when its turn came: a later run may take it. */
    UNREAD,
    /** The same content as another file of the same date; not read. */
    REPEATED
  }
}
