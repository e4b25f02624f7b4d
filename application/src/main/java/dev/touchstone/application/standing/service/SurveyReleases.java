package dev.touchstone.application.standing.service;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.application.standing.SurveyRelease;
import dev.touchstone.application.standing.port.out.SurveyAnswers;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Instant;

/** Finds out what is told of the survey about a partner. */
public final class SurveyReleases {

  private final SurveyAnswers answers;
  private final int leastShown;

  /**
   * Tells of these answers.
   *
   * @param leastShown the least number of responses whose scores are told together
   * @throws IllegalArgumentException if the number is negative
   */
  public SurveyReleases(SurveyAnswers answers, int leastShown) {
    if (leastShown < 0) {
      throw new IllegalArgumentException(
          "The least number of responses whose scores are told is 0 or more, not " + leastShown);
    }
    this.answers = answers;
    this.leastShown = leastShown;
  }

  /** What is told to a reader of a partner by what was known at a moment. */
  SurveyRelease find(Role reader, PartnerId partner, Instant knownAt) {
    return new SurveyRelease(
        reader == Role.PROGRAM ? 1 : leastShown,
        () -> answers.listRecorded(partner, knownAt),
        knownAt);
  }

  /** How much of it decisions tell: the program, which answers for them, may see each sum. */
  SurveyDiscretion discretion(Role reader, PartnerId partner, Instant knownAt) {
    return reader == Role.PROGRAM
        ? SurveyDiscretion.OF_RESPONDENTS
        : find(reader, partner, knownAt);
  }
}
