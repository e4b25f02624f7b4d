package dev.touchstone.application.directory.search;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import dev.touchstone.domain.tier.Tier;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the directory. Whatever is not asked for does not narrow the search:
 * there is no hidden filter.
 *
 * @param words free words, as typed; empty for none
 * @param specializations the partner is certified in each of them or offers it, in order of codes
 * @param kind of at least one specialization that the partner is certified in or offers
 * @param tiers one of them is displayed; empty for any
 * @param province two letters: the partner has a location there or offers something there
 * @param region the code of a region: the same of one of its provinces
 * @param near the id of a place from which distances are told
 * @param withinKm how far a location is from that place at most, in kilometers
 * @param after the result after which to begin
 * @param limit how many results at most, 1 to {@value #MOST_RESULTS}
 */
public record DirectoryQuery(
    String words,
    List<SpecializationCode> specializations,
    @Nullable SpecializationKind kind,
    Set<Tier> tiers,
    @Nullable String province,
    @Nullable String region,
    @Nullable String near,
    @Nullable Integer withinKm,
    @Nullable SearchPosition after,
    int limit) {

  /** The most results of one page. */
  public static final int MOST_RESULTS = 100;

  /** The most characters of words; what is longer is asked for in vain. */
  public static final int LONGEST_WORDS = 200;

  /** The most specializations asked for at once. */
  public static final int MOST_SPECIALIZATIONS = 10;

  /**
   * Copies the collections; specializations in order, each once.
   *
   * @throws IllegalArgumentException if the limit is out of its range, there is too much of
   *     something, or a distance without a place
   */
  public DirectoryQuery {
    specializations = specializations.stream().distinct().sorted().toList();
    tiers = Set.copyOf(tiers);
    if (limit < 1 || limit > MOST_RESULTS) {
      throw new IllegalArgumentException("A page has 1 to %d results.".formatted(MOST_RESULTS));
    }
    if (words.length() > LONGEST_WORDS) {
      throw new IllegalArgumentException("Ask with up to %d characters.".formatted(LONGEST_WORDS));
    }
    if (specializations.size() > MOST_SPECIALIZATIONS) {
      throw new IllegalArgumentException(
          "Ask for up to %d specializations at once.".formatted(MOST_SPECIALIZATIONS));
    }
    if (withinKm != null && (near == null || withinKm < 1 || withinKm > 2_000)) {
      throw new IllegalArgumentException(
          "A distance is 1 to 2000 kilometers, and needs a place from which to measure.");
    }
  }
}
