package dev.touchstone.domain.tier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The port to the program's policies: one version is in force on each date. */
public interface TierPolicies {

  /** The version in force on the day, if one has taken effect by then. */
  Optional<TierPolicy> findInForceOn(LocalDate day);

  /** All versions, in the order in which they take effect. */
  List<TierPolicy> listVersions();
}
