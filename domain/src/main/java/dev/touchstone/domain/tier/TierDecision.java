package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pure result of policy, dossier and date (domain.md, Words). Equal input gives an equal
 * decision.
 *
 * @param partner whom it is about
 * @param date the date of the dossier
 * @param policy under which policy
 * @param earned the tier earned by the evidence alone, or null where the partner has none
 * @param withWaivers the tier where waived criteria count as met; null exactly where earned is
 * @param waived the criteria that waivers let pass on the date, met or not, lowest tier first
 * @param undecided why there is no tier; null where there is one
 * @param findings against every tier's own criteria, lowest tier first
 * @param numbers the numbers shown
 * @param competencies the requested specializations in which a person of the partner is certified,
 *     in order of their codes
 * @param shortfall to the next tier; null on the highest tier and where there is no tier
 */
public record TierDecision(
    PartnerId partner,
    LocalDate date,
    PolicyVersion policy,
    @Nullable Tier earned,
    @Nullable Tier withWaivers,
    List<TierCriterion> waived,
    @Nullable Undecided undecided,
    List<TierFindings> findings,
    EvidenceNumbers numbers,
    List<SpecializationCode> competencies,
    @Nullable Shortfall shortfall) {

  /** Copies the lists; a decision has either a tier or a reason why not. */
  public TierDecision {
    waived = List.copyOf(waived);
    findings = List.copyOf(findings);
    competencies = List.copyOf(competencies);
    if ((earned == null) == (undecided == null) || (earned == null) != (withWaivers == null)) {
      throw new IllegalArgumentException("Either a tier or a reason for none: " + partner);
    }
  }
}
