package dev.touchstone.application.upload;

import dev.touchstone.application.intake.RejectReason;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the rows of a workbook. All but {@code read} are 0 until it has ended.
 *
 * @param read rows read so far
 * @param added responses with a new key
 * @param superseding responses with a known key and other content
 * @param unchanged rows that say nothing new
 * @param rejected rows not taken
 * @param rejectedByReason how many rows were rejected for each reason; reasons without any are left
 *     out
 */
public record UploadFigures(
    long read,
    long added,
    long superseding,
    long unchanged,
    long rejected,
    SortedMap<RejectReason, Long> rejectedByReason) {

  /** Copies the map. */
  public UploadFigures {
    rejectedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedByReason));
  }
}
