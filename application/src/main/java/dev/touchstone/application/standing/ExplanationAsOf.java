package dev.touchstone.application.standing;

import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An explanation, also in words, and where it comes from.
 *
 * @param explanation what is explained
 * @param night the night whose stored decision it is of; null where it was decided anew
 * @param knownAt by what was known when
 * @param survey how much of the survey is told
 * @param lines the explanation in words, line by line; an empty line parts paragraphs
 */
public record ExplanationAsOf(
    Explanation explanation,
    @Nullable NightId night,
    Instant knownAt,
    SurveyDiscretion survey,
    List<String> lines) {

  /** Copies the list. */
  public ExplanationAsOf {
    lines = List.copyOf(lines);
  }
}
