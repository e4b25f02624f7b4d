package dev.touchstone.application.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.standing.SurveyDiscretion.ToldScores;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.Finding.Survey.CountedResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveyReleaseTest {

  private static final Instant KNOWN = Instant.parse("2010-11-15T12:00:00Z");

  private final AtomicInteger lookups = new AtomicInteger();
  private final SurveyRelease release = new SurveyRelease(5, this::answers, KNOWN);

  @Test
  void tellsOfTheBatchesThatCountAsAWhole() {
    assertThat(release.toldOf(finding(12))).isEqualTo(new ToldScores(12, 84));
    assertThat(release.toldOf(finding(11))).isEqualTo(new ToldScores(5, 35));
    assertThat(release.toldOf(finding(4))).isEqualTo(new ToldScores(0, 0));
  }

  @Test
  void looksUpOnlyWhatIsAskedAndOnlyOnce() {
    assertThat(release.toldOf(finding(0))).isEqualTo(new ToldScores(0, 0));
    assertThat(lookups).hasValue(0);

    release.toldOf(finding(12));
    release.recommendation();
    release.satisfaction();
    assertThat(lookups).hasValue(1);
  }

  /** Twelve, which make a batch of five and one of seven. */
  private List<SurveyAnswer> answers() {
    lookups.incrementAndGet();
    return IntStream.range(0, 12)
        .mapToObj(
            i ->
                new SurveyAnswer(
                    response(i), LocalDate.of(2010, 11, 1).plusDays(i), 7, null, KNOWN, null))
        .toList();
  }

  /** Of the first ones. */
  private static Finding.Survey finding(int responses) {
    return new Finding.Survey(
        new Criterion.Survey(10, Period.ofMonths(12), 8, null),
        responses >= 10,
        IntStream.range(0, responses).mapToObj(SurveyReleaseTest::response).toList(),
        7 * responses,
        0);
  }

  private static CountedResponse response(int number) {
    return new CountedResponse(new SurveyVendor("doxa"), new ResponseId("S-" + number));
  }
}
