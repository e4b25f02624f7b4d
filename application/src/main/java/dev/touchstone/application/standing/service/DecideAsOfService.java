package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.port.in.DecideAsOfUseCase;
import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.application.tier.PolicyGap;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.application.tier.port.out.Dossiers.DossierCursor;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.tier.TierPolicies;
import dev.touchstone.domain.tier.Undecided;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides by the night's own rules and dossiers. */
public final class DecideAsOfService implements DecideAsOfUseCase {

  private final Dossiers dossiers;
  private final TierPolicies policies;
  private final GetStandingRulesUseCase getStandingRules;

  /** Decides by these. */
  public DecideAsOfService(
      Dossiers dossiers, TierPolicies policies, GetStandingRulesUseCase getStandingRules) {
    this.dossiers = dossiers;
    this.policies = policies;
    this.getStandingRules = getStandingRules;
  }

  @Override
  public DecideAsOfResult decide(DecideAsOfQuery query, Consumer<DecidedStanding> consumer) {
    if (policies.findInForceOn(query.date()).isEmpty()) {
      return new DecideAsOfResult.Refused(PolicyGap.on(query.date(), policies));
    }
    Walk walk = new Walk(getStandingRules.getRules(query.knownAt()), query.date(), consumer);
    PartnerId partner = query.partner();
    if (partner != null) {
      Optional<PartnerEvidence> evidence = dossiers.find(partner, query.knownAt());
      if (evidence.isEmpty()) {
        return new DecideAsOfResult.Refused(
            "No partner %s was known at %s. Ids are exact in case."
                .formatted(partner, query.knownAt()));
      }
      walk.add(evidence.get());
      return new DecideAsOfResult.Decided(walk.partners);
    }
    walkAll(walk, query.knownAt());
    return walk.result(query);
  }

  private void walkAll(Walk walk, Instant knownAt) {
    for (PartnerRange range : dossiers.partition(1, knownAt)) {
      try (DossierCursor cursor = dossiers.open(range, null, knownAt)) {
        for (PartnerEvidence next = cursor.next(); next != null; next = cursor.next()) {
          walk.add(next);
        }
      }
    }
  }

  /** Counts what it hands on. */
  private static final class Walk {

    private final StandingRules rules;
    private final LocalDate date;
    private final Consumer<DecidedStanding> consumer;
    private long partners;
    private boolean anybodyRegistered;
    private @Nullable LocalDate firstRegistration;

    Walk(StandingRules rules, LocalDate date, Consumer<DecidedStanding> consumer) {
      this.rules = rules;
      this.date = date;
      this.consumer = consumer;
    }

    void add(PartnerEvidence evidence) {
      DecidedStanding decided = rules.decide(evidence, date);
      partners++;
      anybodyRegistered |= decided.decision().undecided() != Undecided.NOT_YET_REGISTERED;
      LocalDate registeredOn = evidence.partner().registeredOn();
      if (firstRegistration == null || registeredOn.isBefore(firstRegistration)) {
        firstRegistration = registeredOn;
      }
      consumer.accept(decided);
    }

    DecideAsOfResult result(DecideAsOfQuery query) {
      if (partners == 0) {
        return new DecideAsOfResult.Refused(
            "Nothing was known of any partner at " + query.knownAt() + ".");
      }
      if (!anybodyRegistered) {
        return new DecideAsOfResult.Refused(
            "No partner was registered by %s: the first did on %s."
                .formatted(date, firstRegistration));
      }
      return new DecideAsOfResult.Decided(partners);
    }
  }
}
