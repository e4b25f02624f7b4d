package dev.touchstone.application.standing.port.in;

import dev.touchstone.application.standing.AsOfQuery;
import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.SurveySummary;

/** Tells a partner what its customers think, and never who thinks so. */
public interface SummarizeSurveyUseCase {

  /** Sums up the responses that count (domain.md, Survey). */
  AsOfResult<SurveySummary> summarize(AsOfQuery query);
}
