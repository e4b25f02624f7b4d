package dev.touchstone.application.standing;

/**
 * How much of a survey is told to whom it is about: of few responses only their number, so that
 * nobody can be recognized by a score, and never whose or which they are.
 *
 * @param leastShown the least number of responses whose scores are told; 0 tells all there is
 */
public record SurveyDiscretion(int leastShown) {

  /** Tells all: for the program's own console. */
  public static final SurveyDiscretion NONE = new SurveyDiscretion(0);

  /**
   * @throws IllegalArgumentException if the number is negative
   */
  public SurveyDiscretion {
    if (leastShown < 0) {
      throw new IllegalArgumentException(
          "The least number of responses whose scores are told is 0 or more, not " + leastShown);
    }
  }

  /** Whether scores of that many responses are told. */
  public boolean tellsScoresOf(int responses) {
    return responses >= leastShown;
  }

  /** Whether responses are named by vendor and id. */
  public boolean namesResponses() {
    return leastShown == 0;
  }
}
