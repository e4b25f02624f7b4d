package dev.touchstone.domain.tier;

import java.util.List;

/**
 * What separates a partner from the next tier.
 *
 * @param next the tier above the earned one
 * @param unmet the findings that are not met, of that tier's own criteria: those of the tiers it
 *     builds on are met, or the next tier would be a lower one
 */
public record Shortfall(Tier next, List<Finding> unmet) {

  /** Copies the list. */
  public Shortfall {
    unmet = List.copyOf(unmet);
  }
}
