package dev.touchstone.application.standing;

import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.TierDecision;
import java.util.List;

/**
 * How much of a survey is told to whom it is about: scores never so that one customer's can be
 * worked out, and never whose or which responses they are.
 */
public interface SurveyDiscretion {

  /**
   * What is told of the scores that a finding counts.
   *
   * @param responses of how many responses
   * @param sum the sum of their satisfaction
   */
  record ToldScores(int responses, int sum) {

    private static ToldScores allOf(Finding.Survey finding) {
      return new ToldScores(finding.responsesCounted(), finding.satisfactionSum());
    }
  }

  /** Tells all: for the program's own console. */
  SurveyDiscretion NONE =
      new SurveyDiscretion() {
        @Override
        public ToldScores toldOf(Finding.Survey finding) {
          return ToldScores.allOf(finding);
        }

        @Override
        public boolean namesResponses() {
          return true;
        }
      };

  /** Tells all scores, and not whose they are: for the program over the API. */
  SurveyDiscretion OF_RESPONDENTS = ToldScores::allOf;

  /** Tells no score at all. */
  SurveyDiscretion FULL = finding -> new ToldScores(0, 0);

  /** What is told of the scores that a finding counts. */
  ToldScores toldOf(Finding.Survey finding);

  /** Whether responses are named by vendor and id. */
  default boolean namesResponses() {
    return false;
  }

  /** Whether all that a decision has counted is told; not where it judged no survey. */
  default boolean tellsAllOf(TierDecision decision) {
    List<Finding.Survey> findings =
        decision.findings().stream()
            .flatMap(tier -> tier.findings().stream())
            .filter(Finding.Survey.class::isInstance)
            .map(Finding.Survey.class::cast)
            .toList();
    return !findings.isEmpty()
        && findings.stream()
            .allMatch(finding -> toldOf(finding).responses() == finding.responsesCounted());
  }
}
