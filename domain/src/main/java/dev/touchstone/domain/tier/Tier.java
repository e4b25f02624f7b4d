package dev.touchstone.domain.tier;

/**
 * A rung of the policy's ladder, by name. Which rung is higher only the {@link Ladder} knows: a
 * later policy may add rungs (domain.md, The tiers).
 */
public record Tier(String name) {

  @Override
  public String toString() {
    return name;
  }
}
