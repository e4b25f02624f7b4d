package dev.touchstone.web.appeal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.touchstone.application.access.Role;
import dev.touchstone.application.appeal.AppealDetails;
import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.domain.appeal.Appeal;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.domain.standing.DecidedStanding;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.web.api.Versions;
import dev.touchstone.web.standing.FindingResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** An appeal, what the night decided, and what came out once it was accepted. */
record AppealDetailsResponse(
    @JsonUnwrapped AppealResponse appeal,
    @Schema(description = "What the night decided.") OutcomeResponse before,
    @Schema(description = "What came out when it was decided once more; absent unless accepted.")
        @Nullable OutcomeResponse after,
    @Schema(description = "Whether anything differs; absent unless accepted.")
        @Nullable Boolean changed,
    @Schema(description = "By what was known when; absent unless accepted.")
        @Nullable Instant knownAt,
    @Schema(example = "3", description = "The waiver granted with it.") @Nullable String waiverId) {

  @Schema(name = "AppealOutcome")
  record OutcomeResponse(
      @Schema(example = "SILVER") @Nullable String earned,
      @Schema(example = "GOLD", description = "The tier where waived criteria count as met.")
          @Nullable String withWaivers,
      @Schema(example = "GOLD") @Nullable String held,
      @Schema(example = "GOLD") @Nullable String displayed,
      boolean legacy,
      @Schema(example = "2010-12-15") @Nullable LocalDate atRiskUntil,
      @Schema(example = "2010-10-30") @Nullable LocalDate since,
      @Schema(description = "Against the criterion in question.")
          @Nullable FindingResponse finding) {

    private static OutcomeResponse of(
        DecidedStanding decided, TierCriterion criterion, SurveyDiscretion discretion) {
      Standing standing = decided.standing();
      return new OutcomeResponse(
          nameOf(decided.decision().earned()),
          nameOf(decided.decision().withWaivers()),
          nameOf(standing.held()),
          nameOf(standing.displayed()),
          standing.legacy(),
          standing.atRiskUntil(),
          standing.since(),
          findingOf(decided, criterion, discretion).orElse(null));
    }

    private static Optional<FindingResponse> findingOf(
        DecidedStanding decided, TierCriterion criterion, SurveyDiscretion discretion) {
      return decided.decision().findings().stream()
          .filter(tier -> tier.tier().equals(criterion.tier()))
          .flatMap(tier -> tier.findings().stream())
          .filter(finding -> finding.criterion().kind() == criterion.kind())
          .findFirst()
          .map(finding -> FindingResponse.of(finding, discretion));
    }

    private static @Nullable String nameOf(@Nullable Tier tier) {
      return tier == null ? null : tier.name();
    }
  }

  private static AppealDetailsResponse of(AppealDetails details, Role reader) {
    SurveyDiscretion discretion =
        reader == Role.PROGRAM ? SurveyDiscretion.OF_RESPONDENTS : SurveyDiscretion.FULL;
    Appeal appeal = details.kept().appeal();
    WaiverId waiver =
        appeal.state() instanceof AppealState.Accepted accepted ? accepted.waiver() : null;
    return new AppealDetailsResponse(
        AppealResponse.of(details.kept()),
        OutcomeResponse.of(details.before(), appeal.criterion(), discretion),
        details.after() == null
            ? null
            : OutcomeResponse.of(details.after().decided(), appeal.criterion(), discretion),
        details.after() == null ? null : details.changed(),
        details.after() == null ? null : details.after().knownAt(),
        waiver == null ? null : waiver.toString());
  }

  /** An answer to a reader, with the appeal's version. */
  static ResponseEntity<AppealDetailsResponse> answer(
      ResponseEntity.BodyBuilder builder, AppealDetails details, Role reader) {
    return builder.eTag(Versions.etag(details.kept().version())).body(of(details, reader));
  }
}
