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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
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
      @Nullable Instant supersededAt) {}

  private static final Comparator<Score> BY_DAY =
      Comparator.comparing(Score::answeredOn)
          .thenComparing(score -> score.response().response())
          .thenComparing(score -> score.response().vendor());

  private final int least;
  private final List<Batch> batches = new ArrayList<>();
  private final Map<CountedResponse, Batch> placed = new HashMap<>();
  private final Map<CountedResponse, Score> waiting = new HashMap<>();

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
    SortedMap<Instant, Map<CountedResponse, Optional<Score>>> changes = new TreeMap<>();
    for (Score score : recorded) {
      Instant end = score.supersededAt();
      if (score.recordedAt().isAfter(knownAt) || score.recordedAt().equals(end)) {
        continue;
      }
      changesAt(score.recordedAt(), changes).put(score.response(), Optional.of(score));
      if (end != null && !end.isAfter(knownAt)) {
        // What ends where the next version begins is replaced by it, whichever is seen first.
        changesAt(end, changes).putIfAbsent(score.response(), Optional.empty());
      }
    }
    SurveyBatches batches = new SurveyBatches(Math.max(1, least));
    changes.values().forEach(batches::learn);
    return batches;
  }

  private static Map<CountedResponse, Optional<Score>> changesAt(
      Instant moment, Map<Instant, Map<CountedResponse, Optional<Score>>> changes) {
    return changes.computeIfAbsent(moment, first -> new HashMap<>());
  }

  private void learn(Map<CountedResponse, Optional<Score>> changes) {
    Set<Batch> touched = new HashSet<>();
    changes.forEach(
        (response, score) -> {
          Batch batch = placed.get(response);
          Map<CountedResponse, Score> known = batch == null ? waiting : batch.known;
          score.ifPresentOrElse(now -> known.put(response, now), () -> known.remove(response));
          if (batch != null) {
            touched.add(batch);
          }
        });
    touched.forEach(Batch::tell);
    if (waiting.size() >= least) {
      place(waiting.values().stream().sorted(BY_DAY).toList());
      waiting.clear();
    }
  }

  private void place(List<Score> scores) {
    int parts = scores.size() / least;
    for (int part = 0; part < parts; part++) {
      // The last one takes what is left.
      int to = part == parts - 1 ? scores.size() : (part + 1) * least;
      Batch batch = new Batch(least, scores.subList(part * least, to));
      batches.add(batch);
      batch.members.forEach(member -> placed.put(member, batch));
    }
  }

  /** The scores of the batches of which all days are in a window, in no order. */
  public List<Integer> toldWithin(Predicate<LocalDate> window) {
    return told(batch -> batch.told().values().stream().map(Score::answeredOn).allMatch(window));
  }

  /**
   * The scores of the batches of which all responses are among some, in no order. A batch of which
   * something else is known by now than was told is left out: the scores told are those counted.
   */
  public List<Integer> toldAmong(Collection<CountedResponse> responses) {
    Set<CountedResponse> asked = new HashSet<>(responses);
    return told(batch -> batch.tellsWhatIsKnown() && asked.containsAll(batch.told().keySet()));
  }

  private List<Integer> told(Predicate<Batch> choice) {
    return batches.stream()
        .filter(choice)
        .flatMap(batch -> batch.told().values().stream())
        .map(Score::value)
        .toList();
  }

  /** Responses that are told together or not at all. */
  private static final class Batch {

    private final int least;
    private final Set<CountedResponse> members;
    private final Map<CountedResponse, Score> known = new HashMap<>();

    /** What was told, each state once, in the order in which they were told last. */
    private final List<Map<CountedResponse, Score>> states = new ArrayList<>();

    Batch(int least, List<Score> scores) {
      this.least = least;
      scores.forEach(score -> known.put(score.response(), score));
      members = Set.copyOf(known.keySet());
      states.add(Map.copyOf(known));
    }

    /** Tells what is known, if it differs from every state told by none or by enough. */
    void tell() {
      boolean enoughLeft = known.isEmpty() || known.size() >= least;
      // Compared with the latest state alone, a score taken back would show against an earlier one.
      if (enoughLeft && states.stream().allMatch(this::isToldBeside)) {
        states.removeIf(state -> differencesFrom(state) == 0);
        states.add(Map.copyOf(known));
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

    Map<CountedResponse, Score> told() {
      return states.get(states.size() - 1);
    }

    boolean tellsWhatIsKnown() {
      return differencesFrom(told()) == 0;
    }
  }
}
