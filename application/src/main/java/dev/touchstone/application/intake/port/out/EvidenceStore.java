package dev.touchstone.application.intake.port.out;

import dev.touchstone.application.intake.IntakeFile;
import java.time.Instant;

/** The evidence: every version of every fact, never overwritten (domain.md, Evidence). */
public interface EvidenceStore {

  /**
   * Merges the staged rows of a pending file into the evidence, within the caller's transaction:
   * judges what depends on other rows and on evidence, records rejected rows, closes superseded
   * versions and adds new ones, moves persons, marks the file {@code MERGED} and empties its stage.
   * Of a dry run the counts and the rejected rows are the same, but the evidence is as it was and
   * the file {@code CHECKED}.
   *
   * @param recordedAt the record time of what is added
   * @throws StageLostException if not all rows that were staged are there any more
   */
  MergeCounts merge(IntakeFile file, Instant recordedAt);

  /**
   * What became of the rows of one file.
   *
   * @param read all
   * @param added with a new key
   * @param superseding with a known key and other content
   * @param unchanged that said nothing new
   * @param rejected not taken
   */
  record MergeCounts(long read, long added, long superseding, long unchanged, long rejected) {}

  /** Staged rows are gone; the file has to be read again. */
  final class StageLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which file. */
    public StageLostException(String message) {
      super(message);
    }
  }
}
