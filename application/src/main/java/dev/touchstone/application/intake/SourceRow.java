package dev.touchstone.application.intake;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as a file has it, its cells put into the order of {@link EvidenceKind#columns()}. A row
 * that is blank in the file makes no source row.
 *
 * @param place where it stands
 * @param cells one for each column of the kind; null for blank or for a column the file lacks
 * @param dates how the file counts serial dates
 */
public record SourceRow(RowPlace place, List<@Nullable Cell> cells, DateSystem dates) {

  /** Takes the list as it is: readers build one for each row and let go of it. */
  public SourceRow {
    cells = Collections.unmodifiableList(cells);
  }
}
