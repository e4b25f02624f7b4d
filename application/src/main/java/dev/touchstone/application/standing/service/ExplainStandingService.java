package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.Explanation;
import dev.touchstone.application.standing.port.in.ExplainStandingUseCase;
import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.application.tier.PolicyGap;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.standing.outlook.OutlookRules;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.tier.path.PathFinder;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains by the night's own rules and dossiers. */
public final class ExplainStandingService implements ExplainStandingUseCase {

  private final Catalogs catalogs;
  private final Dossiers dossiers;
  private final TierPolicies policies;
  private final GetStandingRulesUseCase getStandingRules;
  private final Decisions decisions;

  /** Explains by these. */
  public ExplainStandingService(
      Catalogs catalogs,
      Dossiers dossiers,
      TierPolicies policies,
      GetStandingRulesUseCase getStandingRules,
      Decisions decisions) {
    this.catalogs = catalogs;
    this.dossiers = dossiers;
    this.policies = policies;
    this.getStandingRules = getStandingRules;
    this.decisions = decisions;
  }

  @Override
  public ExplainStandingResult explain(ExplainStandingQuery query) {
    Optional<TierPolicy> policy = policies.findInForceOn(query.date());
    if (policy.isEmpty()) {
      return new ExplainStandingResult.Refused(PolicyGap.on(query.date(), policies));
    }
    StandingRules rules = getStandingRules.getRules(query.knownAt());
    Optional<PartnerEvidence> evidence = dossiers.find(query.partner(), query.knownAt());
    Optional<DecidedStanding> decided =
        query.night() != null
            ? decisions.find(query.night(), query.partner())
            : evidence.map(known -> rules.decide(known, query.date()));
    if (evidence.isEmpty() || decided.isEmpty()) {
      return new ExplainStandingResult.Refused(
          query.night() == null
              ? "No partner %s was known at %s. Ids are exact in case."
                  .formatted(query.partner(), query.knownAt())
              : "The night of %s knows no partner %s. Ids are exact in case."
                  .formatted(query.night(), query.partner()));
    }
    return new ExplainStandingResult.Explained(
        new Explanation(
            decided.get().decision(),
            decided.get().standing(),
            findFallsTo(rules, evidence.get(), decided.get().standing()),
            rules.listWaiversOn(evidence.get().partner(), query.date()),
            new PathFinder(catalogs.getCatalog())
                .find(policy.get(), evidence.get(), query.date())
                .orElse(null),
            new OutlookRules(catalogs.getCatalog(), policies.listVersions())
                .find(evidence.get(), query.date())
                .orElse(null)));
  }

  /** A right from the previous program may catch what falls. */
  private static @Nullable Tier findFallsTo(
      StandingRules rules, PartnerEvidence evidence, Standing standing) {
    LocalDate atRiskUntil = standing.atRiskUntil();
    return atRiskUntil == null ? null : rules.standingOn(evidence, atRiskUntil).held();
  }
}
