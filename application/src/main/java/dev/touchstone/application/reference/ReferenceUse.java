package dev.touchstone.application.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a reference is used: in the partner's decision of the latest complete night.
 *
 * @param night the night's business date
 * @param countedFor the tiers whose demand for references it was counted for, lowest first; empty
 *     where it was not counted
 * @param displayed the tier that the directory shows of the partner; null where it shows none
 */
public record ReferenceUse(LocalDate night, List<String> countedFor, @Nullable String displayed) {

  /** Copies the list. */
  public ReferenceUse {
    countedFor = List.copyOf(countedFor);
  }
}
