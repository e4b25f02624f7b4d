package dev.touchstone.domain.tier;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tiers of a policy, lowest first (domain.md, The tiers). */
public record Ladder(List<Tier> tiers) implements Comparator<Tier> {

  /**
   * @throws IllegalArgumentException if there is no tier or one stands twice
   */
  public Ladder {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("A ladder needs at least one tier");
    }
    if (Set.copyOf(tiers).size() != tiers.size()) {
      throw new IllegalArgumentException("A tier stands twice in the ladder: " + tiers);
    }
  }

  /** What every active partner has. */
  public Tier lowest() {
    return tiers.get(0);
  }

  /** The position of the tier, 0 for the lowest. */
  public int rungOf(Tier tier) {
    int rung = tiers.indexOf(tier);
    if (rung < 0) {
      throw new IllegalArgumentException("Tier " + tier + " is not on the ladder " + tiers);
    }
    return rung;
  }

  /** The tier above, if there is one. */
  public Optional<Tier> findNext(Tier tier) {
    int next = rungOf(tier) + 1;
    return next < tiers.size() ? Optional.of(tiers.get(next)) : Optional.empty();
  }

  @Override
  public int compare(Tier a, Tier b) {
    return Integer.compare(rungOf(a), rungOf(b));
  }
}
