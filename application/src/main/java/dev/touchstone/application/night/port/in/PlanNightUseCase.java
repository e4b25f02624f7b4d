package dev.touchstone.application.night.port.in;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.night.Night;
import java.time.LocalDate;

/** Says what is to be done for a business date: start, resume, or nothing. */
public interface PlanNightUseCase {

  /**
   * Opens the night where one is to be started, and notes that it is confirmed, or that all
   * partners are wanted. The caller holds the night lock.
   */
  PlanNightResult plan(PlanNightCommand command);

  /**
   * A wish for a night.
   *
   * @param businessDate its date
   * @param again whether a complete night is to be run once more
   * @param confirm whether a person says that it may be published whatever it demotes
   * @param full whether all partners are to be decided, by whatever attempt chooses whom
   * @param actor whose wish it is
   */
  record PlanNightCommand(
      LocalDate businessDate, boolean again, boolean confirm, boolean full, Actor actor) {}

  /** What is to be done. */
  sealed interface PlanNightResult {

    /** A new run was opened. */
    record Start(Night night) implements PlanNightResult {}

    /** An earlier attempt did not end; it is to be finished. */
    record Resume(Night night) implements PlanNightResult {}

    /** The night is complete: there is nothing to do. */
    record AlreadyComplete(Night night) implements PlanNightResult {}

    /**
     * No policy is in force on the date: the program has not begun.
     *
     * @param reason one sentence that says so
     */
    record NoPolicy(String reason) implements PlanNightResult {}

    /**
     * The night cannot be run.
     *
     * @param reason one sentence that says why and what to do
     */
    record Refused(String reason) implements PlanNightResult {}
  }
}
