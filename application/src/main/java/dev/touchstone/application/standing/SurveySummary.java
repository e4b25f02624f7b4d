package dev.touchstone.application.standing;

import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers think of a partner, together (domain.md, Survey).
 *
 * @param date as of which date
 * @param night the night of that date; null where it was counted anew
 * @param knownAt by what was known when
 * @param from the first day whose responses count; the last is the date
 * @param responses how many count
 * @param satisfaction overall satisfaction, of the batches told; null where there is none
 * @param recommendation would they recommend the partner, of the batches told; null where there is
 *     none
 */
public record SurveySummary(
    LocalDate date,
    @Nullable NightId night,
    Instant knownAt,
    LocalDate from,
    int responses,
    @Nullable Scores satisfaction,
    @Nullable Scores recommendation) {

  /**
   * Scores together.
   *
   * @param count how many
   * @param sum their sum
   * @param distribution how many gave each score, from the lowest of the scale to the highest
   */
  public record Scores(int count, int sum, List<Integer> distribution) {

    /** Copies the list. */
    public Scores {
      distribution = List.copyOf(distribution);
    }
  }
}
