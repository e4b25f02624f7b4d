package dev.touchstone.application.night;

import dev.touchstone.application.night.NightFigures.TierMove;
import dev.touchstone.domain.tier.CriterionKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * More demotions in one night than the policy lets pass unseen.
 *
 * @param demotions how many partners hold a lower tier than after the previous complete night
 * @param held how many held a tier then
 * @param limit the policy's percentage
 * @param moves from which tier to which, highest first
 * @param unmet for each kind of criterion how many of the partners do not meet it, though the tier
 *     they held demands it
 * @param legacyEnded how many of them fell because their legacy right is over; they are in no
 *     number of {@code unmet}
 */
public record MassDemotion(
    long demotions,
    long held,
    BigDecimal limit,
    List<TierMove> moves,
    Map<CriterionKind, Long> unmet,
    long legacyEnded) {

  /** Copies the collections. */
  public MassDemotion {
    moves = List.copyOf(moves);
    unmet = Map.copyOf(unmet);
  }

  /** The numbers and the reasons, in words. */
  public String describe() {
    StringBuilder words = new StringBuilder();
    words.append(
        "it demotes %d of %d partners that held a tier (%s %%), and the policy stops above %s %%"
            .formatted(demotions, held, percent(), limit));
    words.append(" (standing.stopAbove). Moves: ");
    words.append(
        moves.stream()
            .map(move -> move.before() + " to " + move.after() + " " + move.partners())
            .collect(Collectors.joining(", ")));
    if (!unmet.isEmpty()) {
      words.append(". Not met: ").append(listUnmet());
    }
    if (legacyEnded > 0) {
      words.append(". Legacy right over: ").append(legacyEnded);
    }
    return words.append('.').toString();
  }

  /** Rounded up, so that a share just above the limit never reads as if it were within it. */
  private String percent() {
    return BigDecimal.valueOf(demotions)
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(held), 2, RoundingMode.UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private String listUnmet() {
    return unmet.entrySet().stream()
        .sorted(
            Map.Entry.<CriterionKind, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(Collectors.joining(", "));
  }
}
