package dev.touchstone.application.tier;

import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import java.time.LocalDate;
import java.util.List;

/** A date on which no policy is in force, in words. */
public final class PolicyGap {

  private PolicyGap() {}

  /** Says so, and when the first policy takes effect. */
  public static String on(LocalDate date, TierPolicies policies) {
    List<TierPolicy> versions = policies.listVersions();
    return "No policy is in force on %s. %s"
        .formatted(
            date,
            versions.isEmpty()
                ? "There is none yet."
                : "The first, %s, takes effect on %s."
                    .formatted(versions.get(0).version(), versions.get(0).effectiveFrom()));
  }
}
