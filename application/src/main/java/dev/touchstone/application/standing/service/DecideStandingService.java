package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.port.in.DecideStandingUseCase;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.TierPolicies;
import java.time.LocalDate;

/** Decides by the program's catalog and policies. */
public final class DecideStandingService implements DecideStandingUseCase {

  private final StandingRules rules;

  /** Takes the catalog and all policy versions as they are now. */
  public DecideStandingService(Catalogs catalogs, TierPolicies policies) {
    this.rules = new StandingRules(catalogs.getCatalog(), policies.listVersions());
  }

  @Override
  public DecidedStanding decide(PartnerEvidence evidence, LocalDate date) {
    return rules.decide(evidence, date);
  }
}
