package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.AsOfQuery;
import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.DecisionAsOf;
import dev.touchstone.application.standing.port.in.DecideAsOfUseCase;
import dev.touchstone.application.standing.port.in.DecideAsOfUseCase.DecideAsOfQuery;
import dev.touchstone.application.standing.port.in.DecideAsOfUseCase.DecideAsOfResult;
import dev.touchstone.application.standing.port.in.ShowDecisionUseCase;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.application.standing.service.AskedNight.Asked;
import dev.touchstone.domain.standing.DecidedStanding;
import java.util.ArrayList;
import java.util.List;

/** Shows what is stored, and decides what is not. */
public final class ShowDecisionService implements ShowDecisionUseCase {

  private final AskedNight askedNight;
  private final Decisions decisions;
  private final DecideAsOfUseCase decideAsOf;
  private final SurveyReleases surveyReleases;

  /** Shows these. */
  public ShowDecisionService(
      AskedNight askedNight,
      Decisions decisions,
      DecideAsOfUseCase decideAsOf,
      SurveyReleases surveyReleases) {
    this.askedNight = askedNight;
    this.decisions = decisions;
    this.decideAsOf = decideAsOf;
    this.surveyReleases = surveyReleases;
  }

  @Override
  public AsOfResult<DecisionAsOf> show(AsOfQuery query) {
    return askedNight.answer(
        query,
        asked ->
            asked.night() == null
                ? decide(query, asked)
                : decisions
                    .find(asked.night(), query.partner())
                    .<AsOfResult<DecisionAsOf>>map(decided -> found(decided, query, asked))
                    .orElseGet(
                        () ->
                            new AsOfResult.NotFound<>(
                                "The night of %s knows no partner %s. Ids are exact in case."
                                    .formatted(asked.night(), query.partner()))));
  }

  private AsOfResult<DecisionAsOf> decide(AsOfQuery query, Asked asked) {
    List<DecidedStanding> decided = new ArrayList<>();
    DecideAsOfResult result =
        decideAsOf.decide(
            new DecideAsOfQuery(asked.date(), asked.knownAt(), query.partner()), decided::add);
    // There is a policy: it can only be that the partner is not known.
    return result instanceof DecideAsOfResult.Refused refused
        ? new AsOfResult.NotFound<>(refused.reason())
        : found(decided.get(0), query, asked);
  }

  private AsOfResult<DecisionAsOf> found(DecidedStanding decided, AsOfQuery query, Asked asked) {
    return new AsOfResult.Found<>(
        new DecisionAsOf(
            decided,
            asked.night(),
            asked.knownAt(),
            surveyReleases.discretion(query.reader(), query.partner(), asked.knownAt())));
  }
}
