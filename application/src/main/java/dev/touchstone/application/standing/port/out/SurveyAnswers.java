package dev.touchstone.application.standing.port.out;

import dev.touchstone.application.standing.SurveyAnswer;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Instant;
import java.util.List;

/** The scores of survey responses. */
public interface SurveyAnswers {

  /** All versions of responses about a partner that were recorded up to a moment, in no order. */
  List<SurveyAnswer> listRecorded(PartnerId partner, Instant upTo);
}
