package dev.touchstone.application.intake;

import org.jspecify.annotations.Nullable;

/**
 * A row after parsing. What depends on other rows or on evidence (an unknown partner, a duplicate
 * key, a person claimed twice) is judged when the whole file is merged.
 *
 * @param place where it stands
 * @param key the key's values joined by {@code |}: parsed values in their one form where they could
 *     be parsed, else as the file has them
 * @param row its values; null where a value is at fault
 * @param fault what is wrong; null where nothing is. With a row it is a fault in specialization,
 *     code or dates, which counts only if the partner is known (formats.md, order of faults)
 */
public record ParsedRow(
    RowPlace place, String key, @Nullable EvidenceRow row, @Nullable Fault fault) {

  /** A row without values has a fault. */
  public ParsedRow {
    if (row == null && fault == null) {
      throw new IllegalArgumentException("A row without values needs a fault: " + place);
    }
  }
}
