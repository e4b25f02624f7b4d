package dev.touchstone.application.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.standing.SurveyBatches.Score;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.tier.Finding.Survey.CountedResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurveyBatchesTest {

  private static final int LEAST = 5;
  private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);
  private static final int WINDOW = 40;

  @Test
  void tellsNothingUntilEnoughAreKnown() {
    assertThat(toldOf(scores(0, 4, 0))).isEmpty();
    assertThat(toldOf(scores(0, 5, 0))).hasSize(5);
    assertThat(toldOf(both(scores(0, 4, 0), scores(4, 5, 1)))).hasSize(5);
  }

  @Test
  void holdsBackWhatCameAloneUntilEnoughHaveCome() {
    assertThat(toldOf(both(scores(0, 5, 0), scores(5, 9, 1)))).hasSize(5);
    assertThat(toldOf(both(both(scores(0, 5, 0), scores(5, 9, 1)), scores(9, 10, 2)))).hasSize(10);
  }

  @Test
  void partsWhatCameTogetherByDay() {
    SurveyBatches batches = SurveyBatches.of(LEAST, scores(0, 12, 0), moment(0));

    assertThat(batches.toldWithin(day -> day.isBefore(FIRST_DAY.plusDays(11))))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(batches.toldWithin(day -> !day.isBefore(FIRST_DAY.plusDays(1))))
        .containsExactlyInAnyOrder(5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void tellsCorrectionsOnceTheyAreEnough() {
    List<Score> scores = new ArrayList<>(scores(0, 5, 0));
    correct(scores, 0, 4, 1);
    assertThat(toldOf(scores)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    correct(scores, 4, 5, 2);
    assertThat(toldOf(scores)).containsExactlyInAnyOrder(100, 101, 102, 103, 104);
  }

  @Test
  void tellsAmongResponsesTheWholeBatchesAsTheyAreKnown() {
    List<Score> scores = new ArrayList<>(scores(0, 10, 0));
    SurveyBatches before = SurveyBatches.of(LEAST, scores, moment(0));
    assertThat(before.toldAmong(responses(0, 5))).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(before.toldAmong(responses(0, 9))).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(before.toldAmong(responses(0, 10))).hasSize(10);
    assertThat(before.toldAmong(responses(1, 9))).isEmpty();

    correct(scores, 0, 1, 1);
    SurveyBatches after = SurveyBatches.of(LEAST, scores, moment(1));
    assertThat(after.toldAmong(responses(0, 10))).containsExactlyInAnyOrder(5, 6, 7, 8, 9);
  }

  @Test
  void tellsAgainWhatComesBack() {
    List<Score> scores = new ArrayList<>(scores(0, 5, 0));
    correct(scores, 0, 5, 1);
    for (int i = 0; i < 5; i++) {
      scores.set(5 + i, end(scores.get(5 + i), 2));
      scores.add(score(i, i, i, 2));
    }
    assertThat(toldOf(scores)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  /** All pairs of dates and moments, of histories with corrections, moves and returns. */
  @Test
  void neverTellsTwoStatesThatDifferByFew() {
    int told = 0;
    for (long seed = 0; seed < 60; seed++) {
      History history = new History(new Random(seed));
      Set<Set<Integer>> states = new HashSet<>();
      for (int moment = 0; moment < History.MOMENTS; moment++) {
        SurveyBatches batches =
            SurveyBatches.of(LEAST, history.recordedUntil(moment), moment(moment));
        for (int day = -1; day < History.DAYS + WINDOW + 1; day++) {
          LocalDate date = FIRST_DAY.plusDays(day);
          List<Integer> values =
              batches.toldWithin(on -> on.isAfter(date.minusDays(WINDOW)) && !on.isAfter(date));
          assertThat(values).as("seed " + seed).doesNotHaveDuplicates();
          states.add(Set.copyOf(values));
          states.add(Set.copyOf(batches.toldAmong(responses(day, day + WINDOW))));
        }
      }
      List<Set<Integer>> all = List.copyOf(states);
      for (int i = 0; i < all.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(history.responsesBetween(all.get(i), all.get(j)))
              .as("seed %d: %s and %s", seed, all.get(i), all.get(j))
              .isGreaterThanOrEqualTo(LEAST);
        }
      }
      told += all.size();
    }
    assertThat(told).as("states told").isGreaterThan(60 * 5);
  }

  /** What becomes known of responses; every version of one has a value of its own. */
  private static final class History {

    static final int MOMENTS = 14;
    static final int DAYS = 60;

    private final Random random;
    private final List<Score> ended = new ArrayList<>();
    private final Map<Integer, Score> open = new HashMap<>();
    private final Map<Integer, Integer> responseOf = new HashMap<>();
    private int responses;

    History(Random random) {
      this.random = random;
      for (int moment = 0; moment < MOMENTS; moment++) {
        int corrected = random.nextInt(3) == 0 ? random.nextInt(8) : 0;
        for (int i = 0; i < corrected && responses > 0; i++) {
          change(random.nextInt(responses), moment);
        }
        int added = random.nextInt(4) == 0 ? random.nextInt(15) : random.nextInt(4);
        for (int i = 0; i < added; i++) {
          put(responses++, random.nextInt(DAYS), 0, moment);
        }
      }
    }

    private void change(int response, int moment) {
      Score before = open.remove(response);
      if (before != null) {
        // What began at this moment was never known before it.
        if (before.recordedAt().isBefore(moment(moment))) {
          ended.add(end(before, moment));
        }
        if (random.nextInt(3) == 0) {
          return;
        }
      }
      put(response, random.nextInt(DAYS), random.nextInt(3), moment);
    }

    /** Few values, so that scores come back. */
    private void put(int response, int day, int version, int moment) {
      int value = response * 10 + version;
      responseOf.put(value, response);
      open.put(response, score(response, day, value, moment));
    }

    List<Score> recordedUntil(int moment) {
      List<Score> recorded = new ArrayList<>(ended);
      recorded.addAll(open.values());
      recorded.removeIf(score -> score.recordedAt().isAfter(moment(moment)));
      return recorded;
    }

    int responsesBetween(Set<Integer> one, Set<Integer> other) {
      Set<Integer> responses = new HashSet<>();
      one.stream()
          .filter(value -> !other.contains(value))
          .map(responseOf::get)
          .forEach(responses::add);
      other.stream()
          .filter(value -> !one.contains(value))
          .map(responseOf::get)
          .forEach(responses::add);
      return responses.size();
    }
  }

  /** Of responses numbered as the days on which they came and as their values. */
  private static List<Score> scores(int from, int to, int moment) {
    return IntStream.range(from, to).mapToObj(i -> score(i, i, i, moment)).toList();
  }

  private static void correct(List<Score> scores, int from, int to, int moment) {
    for (int i = from; i < to; i++) {
      scores.set(i, end(scores.get(i), moment));
      scores.add(score(i, i, i + 100, moment));
    }
  }

  private static List<Score> both(List<Score> some, List<Score> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static List<Integer> toldOf(List<Score> scores) {
    return SurveyBatches.of(LEAST, scores, moment(99)).toldWithin(day -> true);
  }

  private static List<CountedResponse> responses(int from, int to) {
    return IntStream.range(from, to).mapToObj(SurveyBatchesTest::response).toList();
  }

  private static CountedResponse response(int number) {
    return new CountedResponse(new SurveyVendor("doxa"), new ResponseId("S-" + number));
  }

  private static Score score(int response, int day, int value, int moment) {
    return score(response, day, value, moment(moment), null);
  }

  private static Score score(
      int response, int day, int value, Instant from, @Nullable Instant until) {
    return new Score(response(response), FIRST_DAY.plusDays(day), value, from, until);
  }

  private static Score end(Score score, int moment) {
    return new Score(
        score.response(), score.answeredOn(), score.value(), score.recordedAt(), moment(moment));
  }

  private static Instant moment(int number) {
    return Instant.EPOCH.plusSeconds(number);
  }
}
