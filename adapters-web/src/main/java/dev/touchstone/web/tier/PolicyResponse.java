package dev.touchstone.web.tier;

import dev.touchstone.application.tier.ListedPolicy;
import dev.touchstone.application.tier.PolicyState;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.LegacyRight;
import dev.touchstone.domain.tier.TierPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy version as the API shows it. */
record PolicyResponse(
    @Schema(example = "partner-network") String policy,
    @Schema(example = "1") int version,
    @Schema(example = "2010-10-30") LocalDate effectiveFrom,
    @Schema(description = "The first day on which the next version is in force.")
        @Nullable LocalDate until,
    @Schema(description = "As of the latest night.") PolicyState state,
    @Schema(description = "Absent where it is the one shipped with the product.")
        @Nullable Instant registeredAt,
    boolean cumulative,
    List<TierResponse> tiers,
    StandingResponse standing,
    IntegrityResponse integrity) {

  record TierResponse(@Schema(example = "GOLD") String tier, List<CriterionResponse> criteria) {}

  @Schema(description = "A criterion and those of its numbers that its kind has.")
  record CriterionResponse(
      @Schema(example = "references") String kind,
      @Nullable Integer atLeast,
      @Nullable Integer people,
      @Nullable Integer specializations,
      @Nullable Integer perPerson,
      @Schema(example = "REQUESTED") @Nullable String scope,
      @Nullable Boolean distinctCustomers,
      @Schema(example = "P2Y") @Nullable String validFor,
      @Nullable Integer responses,
      @Schema(example = "P12M") @Nullable String window,
      @Nullable Integer maxPerCustomer,
      @Schema(example = "7.0") @Nullable BigDecimal meanAtLeast) {

    static CriterionResponse of(Criterion criterion) {
      String kind = criterion.kind().key();
      if (criterion instanceof Criterion.Toolkits toolkits) {
        return new CriterionResponse(
            kind, toolkits.atLeast(), null, null, null, null, null, null, null, null, null, null);
      }
      if (criterion instanceof Criterion.CertifiedPeople certified) {
        return new CriterionResponse(
            kind,
            null,
            certified.people(),
            certified.specializations(),
            certified.perPerson(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
      }
      if (criterion instanceof Criterion.Team team) {
        return new CriterionResponse(
            kind, null, team.people(), null, null, null, null, null, null, null, null, null);
      }
      if (criterion instanceof Criterion.References references) {
        return new CriterionResponse(
            kind,
            references.atLeast(),
            null,
            null,
            null,
            references.scope().name(),
            references.distinctCustomers(),
            references.validFor() == null ? null : references.validFor().toString(),
            null,
            null,
            null,
            null);
      }
      Criterion.Survey survey = (Criterion.Survey) criterion;
      return new CriterionResponse(
          kind,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          survey.responses(),
          survey.window().toString(),
          survey.maxPerCustomer(),
          survey.meanAtLeast());
    }
  }

  record StandingResponse(
      @Schema(example = "30") int graceDays,
      @Schema(description = "Percent of demotions above which a night stops.", example = "5")
          BigDecimal stopAbove,
      @Nullable LegacyResponse legacy) {}

  record LegacyResponse(
      @Schema(example = "GOLD_CERTIFIED") String level,
      @Schema(example = "SILVER") String holds,
      @Schema(example = "2011-10-30") LocalDate until) {}

  record IntegrityResponse(@Schema(example = "3") int referencesPerSignatory) {}

  static PolicyResponse of(ListedPolicy listed, TierPolicy policy) {
    LegacyRight legacy = policy.standing().legacy();
    return new PolicyResponse(
        policy.version().policy(),
        policy.version().version(),
        policy.effectiveFrom(),
        listed.until(),
        listed.state(),
        listed.registeredAt(),
        policy.cumulative(),
        policy.tiers().stream()
            .map(
                tier ->
                    new TierResponse(
                        tier.tier().name(),
                        tier.criteria().stream().map(CriterionResponse::of).toList()))
            .toList(),
        new StandingResponse(
            policy.standing().graceDays(),
            policy.standing().stopAbove(),
            legacy == null
                ? null
                : new LegacyResponse(legacy.level().name(), legacy.holds().name(), legacy.until())),
        new IntegrityResponse(policy.integrity().referencesPerSignatory()));
  }
}
