package dev.touchstone.application.standing;

import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.TierDecision;
import java.util.List;

/**
 * How much of a survey is told to whom it is about: scores never so that one customer's can be
 * worked out, and never whose or which responses they are.
 */
public interface SurveyDiscretion {

  /** Tells all: for the program's own console. */
  SurveyDiscretion NONE =
      new SurveyDiscretion() {
        @Override
        public boolean tellsScoresOf(Finding.Survey finding) {
          return true;
        }

        @Override
        public boolean namesResponses() {
          return true;
        }
      };

  /** Tells no score at all. */
  SurveyDiscretion FULL = finding -> false;

  /** Whether the sum and the mean of what a finding counts are told. */
  boolean tellsScoresOf(Finding.Survey finding);

  /** Whether responses are named by vendor and id. */
  default boolean namesResponses() {
    return false;
  }

  /** Whether the sums of all that a decision has counted are told; not where it counted nothing. */
  default boolean tellsScoresOf(TierDecision decision) {
    List<Finding.Survey> findings =
        decision.findings().stream()
            .flatMap(tier -> tier.findings().stream())
            .filter(Finding.Survey.class::isInstance)
            .map(Finding.Survey.class::cast)
            .toList();
    return !findings.isEmpty() && findings.stream().allMatch(this::tellsScoresOf);
  }
}
