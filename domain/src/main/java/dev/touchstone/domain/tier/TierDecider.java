package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.Catalog;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pure decision: policy and evidence on a date make a {@link TierDecision} (domain.md, The
 * tiers). Equal input gives an equal decision, whatever the order of the evidence.
 */
public final class TierDecider {

  private final Catalog catalog;

  /** Most callers ask by one policy for many partners or dates. */
  private volatile @Nullable PolicyDecider last;

  /** Decides by the catalog. */
  public TierDecider(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The decision where nothing is waived. */
  public TierDecision decide(TierPolicy policy, PartnerEvidence evidence, LocalDate date) {
    return decide(policy, evidence, date, Set.of());
  }

  /**
   * The decision with all findings, also for a partner that has no tier on the date.
   *
   * @param waived the criteria that count as met for the tier with waivers; those that the policy
   *     does not have are left aside
   */
  public TierDecision decide(
      TierPolicy policy, PartnerEvidence evidence, LocalDate date, Set<TierCriterion> waived) {
    return by(policy).decide(evidence, date, waived);
  }

  /** The earned tier alone where nothing is waived. */
  public @Nullable Tier earned(TierPolicy policy, PartnerEvidence evidence, LocalDate date) {
    return by(policy).earned(evidence, date);
  }

  private PolicyDecider by(TierPolicy policy) {
    PolicyDecider known = last;
    if (known == null || !known.policy().equals(policy)) {
      known = new PolicyDecider(catalog, policy);
      last = known;
    }
    return known;
  }
}
