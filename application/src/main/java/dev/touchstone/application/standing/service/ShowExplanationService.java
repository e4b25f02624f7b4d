package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.AsOfQuery;
import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.Explanation;
import dev.touchstone.application.standing.ExplanationAsOf;
import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.application.standing.port.in.ExplainStandingUseCase;
import dev.touchstone.application.standing.port.in.ExplainStandingUseCase.ExplainStandingQuery;
import dev.touchstone.application.standing.port.in.ExplainStandingUseCase.ExplainStandingResult;
import dev.touchstone.application.standing.port.in.ShowExplanationUseCase;

/** Explains as the console does, but with discretion about the survey. */
public final class ShowExplanationService implements ShowExplanationUseCase {

  private final AskedNight askedNight;
  private final ExplainStandingUseCase explainStanding;
  private final SurveyReleases surveyReleases;

  /** Explains by these. */
  public ShowExplanationService(
      AskedNight askedNight,
      ExplainStandingUseCase explainStanding,
      SurveyReleases surveyReleases) {
    this.askedNight = askedNight;
    this.explainStanding = explainStanding;
    this.surveyReleases = surveyReleases;
  }

  @Override
  public AsOfResult<ExplanationAsOf> show(AsOfQuery query) {
    return askedNight.answer(
        query,
        asked -> {
          ExplainStandingResult result =
              explainStanding.explain(
                  new ExplainStandingQuery(
                      query.partner(), asked.date(), asked.knownAt(), asked.night()));
          // There is a policy: it can only be that the partner is not known.
          if (result instanceof ExplainStandingResult.Refused refused) {
            return new AsOfResult.NotFound<>(refused.reason());
          }
          Explanation explanation = ((ExplainStandingResult.Explained) result).explanation();
          SurveyDiscretion survey =
              surveyReleases.discretion(query.reader(), query.partner(), asked.knownAt());
          return new AsOfResult.Found<>(
              new ExplanationAsOf(
                  explanation,
                  asked.night(),
                  asked.knownAt(),
                  survey,
                  ExplanationText.linesFor(explanation, survey)));
        });
  }
}
