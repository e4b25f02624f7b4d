package dev.touchstone.faults;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Seeded moments in the nights of a site: each a step and a while after its beginning, so that
 * short steps have their share of them, too; steps in which none has fallen yet come first.
 */
final class Disturbance {

  private final List<String> steps;
  private final Map<String, Integer> fallen;
  private final Random random;
  private final Site measured;

  /**
   * Moments by the steps of the nights that a site has had.
   *
   * @param fallen how many have fallen in which step; is added to
   */
  Disturbance(Site measured, Map<String, Integer> fallen, Random random) {
    this.measured = measured;
    this.steps = Ledger.steps(measured);
    this.fallen = fallen;
    this.random = random;
  }

  /** Counts by step, for a start. */
  static Map<String, Integer> none() {
    return new TreeMap<>();
  }

  List<String> steps() {
    return steps;
  }

  /** Waits for the next moment in the night that a process runs; the step that was meant. */
  String await(Site site, LocalDate date, RunningProcess process) {
    List<String> left = steps.stream().filter(step -> !fallen.containsKey(step)).toList();
    List<String> choice = left.isEmpty() ? steps : left;
    String step = choice.get(random.nextInt(choice.size()));
    long delay = random.nextLong(Ledger.longestMillis(measured, step) + 1);
    Ledger.awaitStep(site, date, step, steps, process);
    Faults.pause(delay);
    return step + " + " + delay + " ms";
  }

  /** Notes in which step the moment has fallen indeed. */
  String note(Site site, LocalDate date) {
    String step = Ledger.findLastStep(site, date).orElse("launch");
    fallen.merge(step, 1, Integer::sum);
    return step;
  }
}
