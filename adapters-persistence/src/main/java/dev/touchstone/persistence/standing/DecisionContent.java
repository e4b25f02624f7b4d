package dev.touchstone.persistence.standing;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.EvidenceNumbers;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Shortfall;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierFindings;
import dev.touchstone.domain.tier.Undecided;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision without partner and date: what may stay the same from night to night. */
record DecisionContent(
    PolicyVersion policy,
    @Nullable Tier earned,
    @Nullable Tier withWaivers,
    List<TierCriterion> waived,
    @Nullable Undecided undecided,
    List<TierFindings> findings,
    EvidenceNumbers numbers,
    List<SpecializationCode> competencies,
    @Nullable Shortfall shortfall) {

  static DecisionContent from(TierDecision decision) {
    return new DecisionContent(
        decision.policy(),
        decision.earned(),
        decision.withWaivers(),
        decision.waived(),
        decision.undecided(),
        decision.findings(),
        decision.numbers(),
        decision.competencies(),
        decision.shortfall());
  }

  TierDecision toDecision(PartnerId partner, LocalDate date) {
    return new TierDecision(
        partner,
        date,
        policy,
        earned,
        withWaivers,
        waived,
        undecided,
        findings,
        numbers,
        competencies,
        shortfall);
  }
}
