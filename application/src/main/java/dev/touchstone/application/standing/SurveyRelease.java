package dev.touchstone.application.standing;

import dev.touchstone.domain.tier.Finding;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the survey about one partner, as known at one moment. Of a decision the scores of
 * the batches are told that it counts as a whole: another choice of responses would, beside the
 * summary, give single ones away. Answers are looked up when they are first asked for; a release is
 * for one thread.
 */
public final class SurveyRelease implements SurveyDiscretion {

  private final int least;
  private final Supplier<List<SurveyAnswer>> answers;
  private final Instant knownAt;
  private @Nullable List<SurveyAnswer> recorded;
  private @Nullable SurveyBatches satisfaction;

  /**
   * The release of these answers.
   *
   * @param least how many responses are told together at least
   * @param answers gives all versions recorded up to the moment
   * @param knownAt the moment
   */
  public SurveyRelease(int least, Supplier<List<SurveyAnswer>> answers, Instant knownAt) {
    this.least = least;
    this.answers = answers;
    this.knownAt = knownAt;
  }

  /** Overall satisfaction, of all responses. */
  public SurveyBatches satisfaction() {
    if (satisfaction == null) {
      satisfaction =
          batches(recorded().stream().map(answer -> score(answer, answer.satisfaction())));
    }
    return satisfaction;
  }

  /** Recommendation, of those that said whether they would recommend the partner. */
  public SurveyBatches recommendation() {
    return batches(
        recorded().stream()
            .flatMap(
                answer ->
                    Stream.ofNullable(answer.recommend()).map(value -> score(answer, value))));
  }

  @Override
  public ToldScores toldOf(Finding.Survey finding) {
    if (finding.counted().isEmpty()) {
      return new ToldScores(0, 0);
    }
    List<Integer> told = satisfaction().toldAmong(finding.counted());
    return new ToldScores(told.size(), told.stream().mapToInt(Integer::intValue).sum());
  }

  private List<SurveyAnswer> recorded() {
    if (recorded == null) {
      recorded = answers.get();
    }
    return recorded;
  }

  private SurveyBatches batches(Stream<SurveyBatches.Score> scores) {
    return SurveyBatches.of(least, scores.toList(), knownAt);
  }

  private static SurveyBatches.Score score(SurveyAnswer answer, int value) {
    return new SurveyBatches.Score(
        answer.response(), answer.answeredOn(), value, answer.recordedAt(), answer.supersededAt());
  }
}
