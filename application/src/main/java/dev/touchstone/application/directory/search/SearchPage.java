package dev.touchstone.application.directory.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param asOf the business date of the night whose listings were searched; null before the first
 * @param understood how the words were taken
 * @param results in order of points, the most first, then of partner ids
 * @param total how many partners match in all
 * @param facets how the matches divide
 * @param next where the next page begins; null on the last
 */
public record SearchPage(
    @Nullable LocalDate asOf,
    List<UnderstoodWords> understood,
    List<SearchResult> results,
    long total,
    Facets facets,
    @Nullable SearchPosition next) {

  /** Copies the lists. */
  public SearchPage {
    understood = List.copyOf(understood);
    results = List.copyOf(results);
  }
}
