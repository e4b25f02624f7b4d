package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.SurveyAnswer;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Finding.Survey.CountedResponse;
import java.time.Instant;
import java.util.List;

/** The scores of survey responses. */
public interface SurveyAnswers {

  /** Those of some responses about a partner as known at a moment, in no order. */
  List<SurveyAnswer> list(PartnerId partner, List<CountedResponse> responses, Instant knownAt);
}
