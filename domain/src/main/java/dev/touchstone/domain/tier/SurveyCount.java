package dev.touchstone.domain.tier;

import dev.touchstone.domain.survey.SurveyResponse;
import dev.touchstone.domain.tier.Finding.Survey.CountedResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the responses of a survey criterion (domain.md, Survey). */
final class SurveyCount {

  private static final Comparator<SurveyResponse> LATEST_FIRST =
      Comparator.comparing(SurveyResponse::date)
          .reversed()
          .thenComparing(SurveyResponse::id)
          .thenComparing(SurveyResponse::vendor);

  private final List<CountedResponse> counted = new ArrayList<>();
  private int satisfactionSum;
  private int leftOut;

  private SurveyCount() {}

  static SurveyCount of(
      Criterion.Survey criterion, List<SurveyResponse> responses, LocalDate date) {
    SurveyCount count = new SurveyCount();
    Map<String, Integer> ofCustomer = new HashMap<>();
    responses.stream()
        .filter(response -> criterion.isInWindow(response.date(), date))
        .sorted(LATEST_FIRST)
        .forEach(
            response -> {
              int nth = ofCustomer.merge(response.customer().folded(), 1, Integer::sum);
              if (nth <= criterion.maxPerCustomer()) {
                count.add(response);
              } else {
                count.leftOut++;
              }
            });
    return count;
  }

  private void add(SurveyResponse response) {
    counted.add(new CountedResponse(response.vendor(), response.id()));
    satisfactionSum += response.satisfaction();
  }

  /** The responses counted, latest first. */
  List<CountedResponse> counted() {
    return counted;
  }

  /** The sum of their overall satisfaction. */
  int satisfactionSum() {
    return satisfactionSum;
  }

  /** Responses in the window beyond what one customer may give. */
  int leftOut() {
    return leftOut;
  }

  /** Whether the mean is at least so high: exactly, without a division. */
  boolean hasMeanOf(BigDecimal meanAtLeast) {
    BigDecimal least = meanAtLeast.multiply(BigDecimal.valueOf(counted.size()));
    return BigDecimal.valueOf(satisfactionSum).compareTo(least) >= 0;
  }
}
