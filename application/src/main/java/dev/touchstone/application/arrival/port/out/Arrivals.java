package dev.touchstone.application.arrival.port.out;

import dev.touchstone.application.arrival.Arrival;
import dev.touchstone.application.arrival.ArrivedFile;
import java.time.Instant;
import java.util.List;

/**
 * The record of files that came in. A file is recorded before it is moved, so that whoever finds a
 * record without an outcome can tell by the content what has become of the file.
 */
public interface Arrivals {

  /**
   * Records that a file is about to be moved.
   *
   * @param heldAt where it lies on this machine
   * @param path where it is to be put, below the inbox
   */
  Arrival begin(ArrivedFile file, String heldAt, String path);

  /** Records what became of it. */
  void end(Arrival arrival, Arrival.Outcome outcome);

  /** Those that have no outcome, oldest first. */
  List<Arrival> listUnended();

  /** Those of the same kind, vendor and content that were put into the inbox, newest first. */
  List<Arrival> listTaken(ArrivedFile file);

  /** Whether a night that was not complete before the file came in has registered its content. */
  boolean isRegistered(Arrival arrival);

  /**
   * Whether what lies at a source has been taken or put aside, and has not been cleared away there.
   */
  boolean isUncleared(String source, Instant modified, long bytes);

  /** Records that what lay at a source has been cleared away: what comes there next is another. */
  void clear(String source);
}
