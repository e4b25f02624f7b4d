package dev.touchstone.domain.survey;

import dev.touchstone.domain.customer.CustomerName;
import java.time.LocalDate;

/**
 * One customer's answer to a satisfaction survey, as far as the tier depends on it.
 *
 * @param vendor who ran the survey
 * @param id the response's id within the vendor
 * @param date the day of the answer
 * @param customer who answered
 * @param satisfaction overall satisfaction, 1 to 10
 */
public record SurveyResponse(
    SurveyVendor vendor, ResponseId id, LocalDate date, CustomerName customer, int satisfaction) {

  /** Checks the scale. */
  public SurveyResponse {
    if (satisfaction < 1 || satisfaction > 10) {
      throw new IllegalArgumentException("Satisfaction is 1 to 10, not " + satisfaction);
    }
  }
}
