package dev.touchstone.domain.tier.path;

import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import java.util.List;

/**
 * The smallest set of steps to the next tier, or what stands in the way of any.
 *
 * @param next the tier above the earned one
 * @param steps what to do, in this order: competencies, toolkits, certifications, references,
 *     responses. Empty where the tier is out of reach
 * @param smallest whether no smaller set of steps leads there for certain; a policy or a partner
 *     may leave too many ways to look at all of them
 * @param outOfReach the criteria that no steps can meet as things are; empty where there are steps
 */
public record PathToNextTier(
    Tier next, List<PathStep> steps, boolean smallest, List<TierCriterion> outOfReach) {

  /** Copies the lists. */
  public PathToNextTier {
    steps = List.copyOf(steps);
    outOfReach = List.copyOf(outOfReach);
  }

  /** How many single acts it takes. */
  public int size() {
    return steps.stream().mapToInt(PathStep::size).sum();
  }

  /** How many at least, whatever the scores that customers gave: the size would tell their sum. */
  public int sizeWithoutScores() {
    return steps.stream().mapToInt(PathStep::sizeWithoutScores).sum();
  }
}
