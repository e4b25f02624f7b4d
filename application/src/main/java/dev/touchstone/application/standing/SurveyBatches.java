package dev.touchstone.application.standing;

import dev.touchstone.domain.tier.Finding.Survey.CountedResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scores about one partner in batches, as known at one moment. What is told is made of whole
 * batches, so no two of its states, of whatever dates and moments, differ by the scores of fewer
 * responses than a batch has at least (docs/decisions.md, Scores are told in batches).
 *
 * <p>Responses wait until enough have become known; they are then parted by day into batches, and
 * stay in theirs. What becomes known of them later is told once it makes a difference for enough of
 * the batch.
 */
public final class SurveyBatches {

  /**
   * The score of a response as known for some time.
   *
   * @param response whose
   * @param answeredOn the day of the answer
   * @param value the score
   * @param recordedAt from when on it was known so
   * @param supersededAt when something else became known; null if it is still known so
   */
  public record Score(
      CountedResponse response,
      LocalDate answeredOn,
      int value,
      Instant recordedAt,
      @Nullable Instant supersededAt) {

    private boolean isKnownAt(Instant moment) {
      return !recordedAt.isAfter(moment) && (supersededAt == null || supersededAt.isAfter(moment));
    }
  }

  private static final Comparator<Score> BY_DAY =
      Comparator.comparing(Score::answeredOn)
          .thenComparing(score -> score.response().response())
          .thenComparing(score -> score.response().vendor());

  private final int least;
  private final List<Batch> batches = new ArrayList<>();
  private final Set<CountedResponse> placed = new HashSet<>();

  private SurveyBatches(int least) {
    this.least = least;
  }

  /**
   * Follows the record from its first moment.
   *
   * @param least how many responses a batch has at least; less than 1 is taken for 1
   * @param recorded all versions recorded up to the moment, in any order
   * @param knownAt the moment
   */
  public static SurveyBatches of(int least, Collection<Score> recorded, Instant knownAt) {
    SurveyBatches batches = new SurveyBatches(Math.max(1, least));
    Set<Instant> moments = new TreeSet<>();
    for (Score score : recorded) {
      Stream.of(score.recordedAt(), score.supersededAt())
          .filter(Objects::nonNull)
          .filter(moment -> !moment.isAfter(knownAt))
          .forEach(moments::add);
    }
    moments.forEach(
        moment ->
            batches.learn(recorded.stream().filter(score -> score.isKnownAt(moment)).toList()));
    return batches;
  }

  private void learn(List<Score> known) {
    Map<CountedResponse, Score> byResponse = new HashMap<>();
    known.forEach(score -> byResponse.put(score.response(), score));
    batches.forEach(batch -> batch.learn(byResponse));
    List<Score> waiting =
        known.stream().filter(score -> !placed.contains(score.response())).sorted(BY_DAY).toList();
    int parts = waiting.size() / least;
    for (int part = 0; part < parts; part++) {
      // The last one takes what is left.
      int to = part == parts - 1 ? waiting.size() : (part + 1) * least;
      Batch batch = new Batch(least, waiting.subList(part * least, to));
      batches.add(batch);
      placed.addAll(batch.members);
    }
  }

  /** The scores of the batches of which all days are in a window, in no order. */
  public List<Integer> toldWithin(Predicate<LocalDate> window) {
    return batches.stream()
        .map(Batch::told)
        .filter(told -> told.stream().map(Score::answeredOn).allMatch(window))
        .flatMap(told -> told.stream().map(Score::value))
        .toList();
  }

  /** Whether responses are whole batches together, with no other scores than were told. */
  public boolean makeUp(Collection<CountedResponse> responses) {
    Set<CountedResponse> asked = new HashSet<>(responses);
    int found =
        batches.stream()
            .filter(batch -> batch.tellsWhatIsKnown() && asked.containsAll(batch.known.keySet()))
            .mapToInt(batch -> batch.known.size())
            .sum();
    return found > 0 && found == asked.size();
  }

  /** Responses that are told together or not at all. */
  private static final class Batch {

    private final int least;
    private final Set<CountedResponse> members;
    private final List<Map<CountedResponse, Score>> states = new ArrayList<>();
    private Map<CountedResponse, Score> known;

    Batch(int least, List<Score> scores) {
      this.least = least;
      known = new HashMap<>();
      scores.forEach(score -> known.put(score.response(), score));
      members = Set.copyOf(known.keySet());
      states.add(known);
    }

    void learn(Map<CountedResponse, Score> scores) {
      known = new HashMap<>(scores);
      known.keySet().retainAll(members);
      boolean enoughLeft = known.isEmpty() || known.size() >= least;
      // Compared with the latest state alone, a score taken back would show against an earlier one.
      if (enoughLeft && states.stream().allMatch(state -> isToldBeside(state))) {
        states.add(known);
      }
    }

    private boolean isToldBeside(Map<CountedResponse, Score> state) {
      long differences = differencesFrom(state);
      return differences == 0 || differences >= least;
    }

    private long differencesFrom(Map<CountedResponse, Score> state) {
      return members.stream()
          .filter(member -> !Objects.equals(valueOf(state, member), valueOf(known, member)))
          .count();
    }

    private static @Nullable Integer valueOf(
        Map<CountedResponse, Score> state, CountedResponse member) {
      Score score = state.get(member);
      return score == null ? null : score.value();
    }

    Collection<Score> told() {
      return states.get(states.size() - 1).values();
    }

    boolean tellsWhatIsKnown() {
      return differencesFrom(states.get(states.size() - 1)) == 0;
    }
  }
}
