package dev.touchstone.web.standing;

import dev.touchstone.application.standing.DecisionAsOf;
import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.EvidenceNumbers;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.Shortfall;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.tier.TierFindings;
import dev.touchstone.domain.tier.Undecided;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision with all findings, and the standing that follows from it. */
@Schema(description = "Tiers are absent where the partner has none.")
record DecisionResponse(
    @Schema(example = "P00001") String partnerId,
    @Schema(example = "2010-11-15") LocalDate date,
    @Schema(example = "1", description = "The run of the night; absent if decided anew.")
        @Nullable Integer run,
    @Schema(description = "By what was known when.") Instant knownAt,
    PolicyResponse policy,
    @Schema(example = "SILVER") @Nullable String earned,
    @Schema(example = "SILVER", description = "The tier where waived criteria count as met.")
        @Nullable String withWaivers,
    @Schema(example = "[\"GOLD.survey\"]") List<String> waived,
    @Schema(description = "Why there is no tier.") @Nullable Undecided undecided,
    @Schema(example = "GOLD") @Nullable String held,
    @Schema(example = "GOLD") @Nullable String displayed,
    boolean legacy,
    @Schema(example = "2010-12-15") @Nullable LocalDate atRiskUntil,
    @Schema(example = "2010-10-30") @Nullable LocalDate since,
    List<TierResponse> findings,
    NumbersResponse numbers,
    @Schema(example = "[\"CRM\"]") List<String> competencies,
    @Nullable ShortfallResponse shortfall) {

  @Schema(description = "A tier's own criteria.")
  record TierResponse(
      @Schema(example = "SILVER") String tier, boolean met, List<FindingResponse> findings) {

    private static TierResponse of(TierFindings tier, SurveyDiscretion discretion) {
      return new TierResponse(
          tier.tier().name(), tier.met(), findingsOf(tier.findings(), discretion));
    }
  }

  record NumbersResponse(
      @Schema(example = "4") int peopleCertified,
      @Schema(example = "4") int specializationsCovered,
      @Schema(example = "5") int referencesCounted,
      @Schema(example = "12") int responsesCounted,
      @Schema(
              example = "91",
              description = "Absent to a partner unless the scores of all of them are told.")
          @Nullable Integer satisfactionSum) {

    private static NumbersResponse of(TierDecision decision, SurveyDiscretion discretion) {
      EvidenceNumbers numbers = decision.numbers();
      return new NumbersResponse(
          numbers.peopleCertified(),
          numbers.specializationsCovered(),
          numbers.referencesCounted(),
          numbers.responsesCounted(),
          numbers.responsesCounted() > 0 && discretion.tellsAllOf(decision)
              ? numbers.satisfactionSum()
              : null);
    }
  }

  @Schema(description = "What separates the partner from the next tier.")
  record ShortfallResponse(@Schema(example = "GOLD") String next, List<FindingResponse> unmet) {

    private static ShortfallResponse of(Shortfall shortfall, SurveyDiscretion discretion) {
      return new ShortfallResponse(
          shortfall.next().name(), findingsOf(shortfall.unmet(), discretion));
    }
  }

  static DecisionResponse of(DecisionAsOf found) {
    SurveyDiscretion discretion = found.survey();
    TierDecision decision = found.decided().decision();
    Standing standing = found.decided().standing();
    return new DecisionResponse(
        decision.partner().value(),
        decision.date(),
        found.night() == null ? null : found.night().run(),
        found.knownAt(),
        PolicyResponse.of(decision.policy()),
        nameOf(decision.earned()),
        nameOf(decision.withWaivers()),
        decision.waived().stream().map(TierCriterion::toString).toList(),
        decision.undecided(),
        nameOf(standing.held()),
        nameOf(standing.displayed()),
        standing.legacy(),
        standing.atRiskUntil(),
        standing.since(),
        decision.findings().stream().map(tier -> TierResponse.of(tier, discretion)).toList(),
        NumbersResponse.of(decision, discretion),
        decision.competencies().stream().map(SpecializationCode::value).toList(),
        decision.shortfall() == null
            ? null
            : ShortfallResponse.of(decision.shortfall(), discretion));
  }

  private static List<FindingResponse> findingsOf(
      List<Finding> findings, SurveyDiscretion discretion) {
    return findings.stream().map(finding -> FindingResponse.of(finding, discretion)).toList();
  }

  private static @Nullable String nameOf(@Nullable Tier tier) {
    return tier == null ? null : tier.name();
  }
}
