package dev.touchstone.application.night.service;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.port.in.VerifyNightUseCase;
import dev.touchstone.application.standing.DecisionDifference;
import dev.touchstone.application.standing.port.in.GetStandingRulesUseCase;
import dev.touchstone.application.standing.port.out.StoredDecisions;
import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.application.tier.port.out.Dossiers.DossierCursor;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.StandingRules;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Verifies a night by the night's own rules, a chunk of partners at a time. */
public final class VerifyNightService implements VerifyNightUseCase {

  private static final int CHUNK = 500;

  private final Dossiers dossiers;
  private final GetStandingRulesUseCase getStandingRules;
  private final StoredDecisions stored;

  /** Verifies by these. */
  public VerifyNightService(
      Dossiers dossiers, GetStandingRulesUseCase getStandingRules, StoredDecisions stored) {
    this.dossiers = dossiers;
    this.getStandingRules = getStandingRules;
    this.stored = stored;
  }

  @Override
  public VerifyNightResult verify(Night night) {
    Instant knownAt = night.evidenceKnownAt();
    if (knownAt == null) {
      throw new IllegalArgumentException("The intake of night " + night.id() + " has not ended");
    }
    StandingRules rules = getStandingRules.getRules(knownAt);
    Set<PartnerId> unseen = new LinkedHashSet<>(stored.listPartners(night.id()));
    List<DecisionDifference> differences = new ArrayList<>();
    long partners = 0;
    for (PartnerRange range : dossiers.partition(1, knownAt)) {
      try (DossierCursor cursor = dossiers.open(range, null, knownAt)) {
        List<DecidedStanding> chunk = next(cursor, rules, night);
        while (!chunk.isEmpty()) {
          partners += chunk.size();
          chunk.forEach(decided -> unseen.remove(decided.decision().partner()));
          differences.addAll(stored.compare(night.id(), chunk));
          chunk = next(cursor, rules, night);
        }
      }
    }
    for (PartnerId partner : unseen) {
      differences.add(
          new DecisionDifference(
              partner, DecisionDifference.Kind.NO_EVIDENCE, "a decision", "nothing"));
    }
    differences.sort(Comparator.comparing(DecisionDifference::partner));
    return new VerifyNightResult(partners, differences);
  }

  private static List<DecidedStanding> next(
      DossierCursor cursor, StandingRules rules, Night night) {
    List<DecidedStanding> chunk = new ArrayList<>(CHUNK);
    while (chunk.size() < CHUNK) {
      PartnerEvidence evidence = cursor.next();
      if (evidence == null) {
        break;
      }
      chunk.add(rules.decide(evidence, night.id().businessDate()));
    }
    return chunk;
  }
}
