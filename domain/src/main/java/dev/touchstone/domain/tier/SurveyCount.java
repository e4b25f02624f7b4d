package dev.touchstone.domain.tier;

import dev.touchstone.domain.survey.SurveyResponse;
import dev.touchstone.domain.tier.Finding.Survey.CountedResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the responses of a survey criterion (domain.md, Survey). */
final class SurveyCount {

  /** In the window, in the order of {@link #compare}. */
  private final List<SurveyResponse> counted;

  private final int leftOut;

  private SurveyCount(List<SurveyResponse> counted, int leftOut) {
    this.counted = counted;
    this.leftOut = leftOut;
  }

  static SurveyCount of(
      Criterion.Survey criterion, List<SurveyResponse> responses, LocalDate date) {
    LocalDate before = criterion.lastDayBeforeWindow(date);
    List<SurveyResponse> inWindow = new ArrayList<>(responses.size());
    for (int i = 0; i < responses.size(); i++) {
      SurveyResponse response = responses.get(i);
      if (response.date().isAfter(before) && !response.date().isAfter(date)) {
        inWindow.add(response);
      }
    }
    inWindow.sort(SurveyCount::compare);
    // So few that no customer can have given too many: no need to tell customers apart.
    if (inWindow.size() <= criterion.maxPerCustomer()) {
      return new SurveyCount(inWindow, 0);
    }
    Map<String, Integer> ofCustomer = new HashMap<>();
    List<SurveyResponse> counted = new ArrayList<>(inWindow.size());
    for (SurveyResponse response : inWindow) {
      if (ofCustomer.merge(response.customer().folded(), 1, Integer::sum)
          <= criterion.maxPerCustomer()) {
        counted.add(response);
      }
    }
    return new SurveyCount(counted, inWindow.size() - counted.size());
  }

  /** The latest first. */
  private static int compare(SurveyResponse a, SurveyResponse b) {
    int byDate = b.date().compareTo(a.date());
    if (byDate != 0) {
      return byDate;
    }
    int byId = a.id().compareTo(b.id());
    return byId != 0 ? byId : a.vendor().compareTo(b.vendor());
  }

  /** How many count. */
  int size() {
    return counted.size();
  }

  /** The responses counted, latest first. */
  List<CountedResponse> counted() {
    List<CountedResponse> named = new ArrayList<>(counted.size());
    for (SurveyResponse response : counted) {
      named.add(new CountedResponse(response.vendor(), response.id()));
    }
    return named;
  }

  /** The sum of their overall satisfaction. */
  int satisfactionSum() {
    int sum = 0;
    for (SurveyResponse response : counted) {
      sum += response.satisfaction();
    }
    return sum;
  }

  /** Responses in the window beyond what one customer may give. */
  int leftOut() {
    return leftOut;
  }

  /** Whether the mean is at least so high: exactly, without a division. */
  boolean hasMeanOf(BigDecimal meanAtLeast) {
    BigDecimal least = meanAtLeast.multiply(BigDecimal.valueOf(counted.size()));
    return BigDecimal.valueOf(satisfactionSum()).compareTo(least) >= 0;
  }
}
