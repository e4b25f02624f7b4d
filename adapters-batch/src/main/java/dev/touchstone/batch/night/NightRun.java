package dev.touchstone.batch.night;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightFigures;
import dev.touchstone.application.recalculation.RecalculationScope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a wish for a night ended. */
public sealed interface NightRun {

  /**
   * The night is complete.
   *
   * @param night which one
   * @param scope whom it decided
   * @param figures what it did
   * @param feed what it published
   * @param ignored paths below the inbox of files that no kind claims
   * @param steps how long each step took, over all attempts, in the order in which they ran
   */
  record Completed(
      Night night,
      RecalculationScope scope,
      NightFigures figures,
      FeedFigures feed,
      List<String> ignored,
      Map<String, Duration> steps)
      implements NightRun {
    /** Copies the collections, their order kept. */
    public Completed {
      ignored = List.copyOf(ignored);
      steps = new LinkedHashMap<>(steps);
    }
  }

  /**
   * What was published.
   *
   * @param rows partners listed
   * @param changes listings that differ from the publication before
   */
  record FeedFigures(long rows, long changes) {}

  /** The night had been complete before; nothing was done. */
  record AlreadyComplete(Night night) implements NightRun {}

  /** No policy is in force on the date: the program has not begun; nothing was done. */
  record NoPolicy(String reason) implements NightRun {}

  /** The wish does not fit; nothing was done. */
  record Refused(String reason) implements NightRun {}

  /** Another process runs a night; nothing was done. */
  record Busy() implements NightRun {}

  /**
   * A night that has begun cannot go on as things are; nothing was done.
   *
   * @param reason one sentence that says what to do
   */
  record Held(String reason) implements NightRun {}

  /**
   * Something that another process has begun for a night does not end; nothing was done.
   *
   * @param reason one sentence that says what to do
   */
  record Blocked(String reason) implements NightRun {}

  /**
   * The night did not end; running it again finishes it.
   *
   * @param night which one
   * @param step the step that failed
   * @param reason one sentence
   */
  record Failed(Night night, String step, String reason) implements NightRun {}

  /**
   * The night stopped before publication, because it demotes more than the policy lets pass; a
   * person has to confirm it.
   *
   * @param night which one
   * @param reason what it would do, in words
   */
  record Unconfirmed(Night night, String reason) implements NightRun {}

  /** The night was stopped; running it again finishes it. */
  record Stopped(Night night) implements NightRun {}

  /**
   * This process lost its connection with the night lock, and another one has taken the night over;
   * what this one had not committed by then is undone.
   *
   * @param night which one
   */
  record TakenOver(Night night) implements NightRun {}
}
