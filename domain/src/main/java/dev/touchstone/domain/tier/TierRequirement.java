package dev.touchstone.domain.tier;

import java.util.List;

/**
 * A tier and its own criteria.
 *
 * @param tier the tier
 * @param criteria what the tier itself demands; none for a tier that every active partner has
 */
public record TierRequirement(Tier tier, List<Criterion> criteria) {

  /** Copies the list. */
  public TierRequirement {
    criteria = List.copyOf(criteria);
  }
}
