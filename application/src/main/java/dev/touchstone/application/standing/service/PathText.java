package dev.touchstone.application.standing.service;

import dev.touchstone.domain.tier.path.PathStep;
import dev.touchstone.domain.tier.path.PathToNextTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shortest path in words. */
final class PathText {

  private static final int MAX_NAMED = 6;

  private PathText() {}

  /**
   * @param tellsScores whether the scores of responses, which the mean still needed gives away, are
   *     told
   */
  static List<String> linesFor(PathToNextTier path, boolean tellsScores) {
    if (path.steps().isEmpty()) {
      return List.of(
          "No steps lead to "
              + path.next()
              + " as things are; out of reach: "
              + FindingText.join(path.outOfReach()));
    }
    boolean tellsSize =
        tellsScores || path.steps().stream().noneMatch(PathStep.GetResponses.class::isInstance);
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s path to %s takes %s:"
            .formatted(
                path.smallest() ? "The shortest" : "A short",
                path.next(),
                count(path.size(), path.sizeWithoutScores(), tellsSize, "step")));
    Map<String, Integer> times = new LinkedHashMap<>();
    path.steps().forEach(step -> times.merge(wordsFor(step, tellsScores), 1, Integer::sum));
    times.forEach(
        (words, count) -> lines.add("  - " + words + (count == 1 ? "" : ", " + count + " times")));
    return lines;
  }

  private static String wordsFor(PathStep step, boolean tellsScores) {
    if (step instanceof PathStep.RequestCompetency request) {
      return "request the competency " + request.specialization() + or(request.alternatives());
    }
    if (step instanceof PathStep.GetToolkit toolkit) {
      return "get the toolkit of " + toolkit.specialization() + or(toolkit.alternatives());
    }
    if (step instanceof PathStep.CertifyPerson certify) {
      return "certify one more person in "
          + certify.specialization()
          + or(certify.alternatives())
          + ": somebody new"
          + or(certify.people());
    }
    if (step instanceof PathStep.GetReference reference) {
      return "get one more reference signed on "
          + reference.specialization()
          + or(reference.alternatives())
          + ", by a customer who has signed none";
    }
    PathStep.GetResponses responses = (PathStep.GetResponses) step;
    return "get %s, of customers not heard in the window, with a %s"
        .formatted(
            count(
                responses.size(),
                responses.sizeWithoutScores(),
                tellsScores,
                "more survey response"),
            tellsScores ? "mean of " + leastMean(responses) + " or more" : "high enough mean");
  }

  private static String count(int size, int withoutScores, boolean tellsScores, String noun) {
    int told = tellsScores ? size : withoutScores;
    return (tellsScores ? "" : "at least ") + told + " " + noun + (told == 1 ? "" : "s");
  }

  private static String leastMean(PathStep.GetResponses responses) {
    return BigDecimal.valueOf(responses.satisfactionSum())
        .divide(BigDecimal.valueOf(responses.responses()), 2, RoundingMode.CEILING)
        .toPlainString();
  }

  private static String or(Collection<?> others) {
    if (others.isEmpty()) {
      return "";
    }
    String named =
        others.stream().limit(MAX_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    int more = others.size() - MAX_NAMED;
    return " (or " + named + (more > 0 ? " or " + more + " more" : "") + ")";
  }
}
