package dev.touchstone.domain.tier;

/**
 * Names one criterion of a policy: a tier's own one of a kind.
 *
 * @param tier the tier
 * @param kind the kind
 */
public record TierCriterion(Tier tier, CriterionKind kind) {

  /** As a person names it: {@code GOLD.survey}. */
  @Override
  public String toString() {
    return tier + "." + kind.key();
  }
}
