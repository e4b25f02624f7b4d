package dev.touchstone.domain.tier;

import java.util.List;
import java.util.Optional;

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

  /** The first criterion of a kind, if there is one. */
  public <C extends Criterion> Optional<C> findFirst(Class<C> kind) {
    for (Criterion criterion : criteria) {
      if (kind.isInstance(criterion)) {
        return Optional.of(kind.cast(criterion));
      }
    }
    return Optional.empty();
  }
}
