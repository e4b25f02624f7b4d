package dev.touchstone.application.standing;

import dev.touchstone.domain.tier.Finding;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is told of the survey about one partner, as known at one moment. Of a decision the scores
 * are told where it counts whole batches: another choice of responses would, beside the summary,
 * give single ones away.
 *
 * @param satisfaction overall satisfaction, of all responses
 * @param recommendation of those that said whether they would recommend the partner
 */
public record SurveyRelease(SurveyBatches satisfaction, SurveyBatches recommendation)
    implements SurveyDiscretion {

  /**
   * The release of these answers.
   *
   * @param least how many responses are told together at least
   * @param recorded all versions recorded up to the moment
   * @param knownAt the moment
   */
  public static SurveyRelease of(int least, List<SurveyAnswer> recorded, Instant knownAt) {
    return new SurveyRelease(
        SurveyBatches.of(
            least,
            recorded.stream().map(answer -> score(answer, answer.satisfaction())).toList(),
            knownAt),
        SurveyBatches.of(
            least,
            recorded.stream()
                .flatMap(
                    answer ->
                        Stream.ofNullable(answer.recommend()).map(value -> score(answer, value)))
                .toList(),
            knownAt));
  }

  private static SurveyBatches.Score score(SurveyAnswer answer, int value) {
    return new SurveyBatches.Score(
        answer.response(), answer.answeredOn(), value, answer.recordedAt(), answer.supersededAt());
  }

  @Override
  public boolean tellsScoresOf(Finding.Survey finding) {
    return satisfaction.makeUp(finding.counted());
  }
}
