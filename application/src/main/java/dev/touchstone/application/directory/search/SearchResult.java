package dev.touchstone.application.directory.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner that was found.
 *
 * @param partner what the directory shows of it, without the texts of its offers
 * @param why the parts of its points, one of each kind, in the order of {@link ScorePart.Kind}
 * @param km from the place asked for to its nearest location, in kilometers; null where no place
 *     was asked for or the partner has no location known
 */
public record SearchResult(ListedPartner partner, List<ScorePart> why, @Nullable Integer km) {

  /** Copies the list. */
  public SearchResult {
    why = List.copyOf(why);
  }

  /** The sum of its points. */
  public int points() {
    return why.stream().mapToInt(ScorePart::points).sum();
  }

  /** Where it stands. */
  public SearchPosition position() {
    return new SearchPosition(points(), partner.partner());
  }
}
