package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.TierPolicies;
import java.time.Instant;

/** Puts together what the program has. */
public final class GetStandingRulesService implements GetStandingRulesUseCase {

  private final Catalogs catalogs;
  private final TierPolicies policies;
  private final Waivers waivers;

  /** Rules of these. */
  public GetStandingRulesService(Catalogs catalogs, TierPolicies policies, Waivers waivers) {
    this.catalogs = catalogs;
    this.policies = policies;
    this.waivers = waivers;
  }

  @Override
  public StandingRules getRules(Instant knownAt) {
    return new StandingRules(
        catalogs.getCatalog(), policies.listVersions(), waivers.listKnownAt(knownAt));
  }
}
