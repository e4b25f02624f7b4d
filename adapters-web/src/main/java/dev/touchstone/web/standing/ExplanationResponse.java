package dev.touchstone.web.standing;

import dev.touchstone.application.standing.Explanation;
import dev.touchstone.application.standing.ExplanationAsOf;
import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.outlook.Fall;
import dev.touchstone.domain.standing.outlook.Outlook;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision in words, what runs for the partner, how it gets up and what would bring it down. */
record ExplanationResponse(
    @Schema(example = "P00001") String partnerId,
    @Schema(example = "2010-11-15") LocalDate date,
    @Schema(example = "1", description = "The run of the night; absent if decided anew.")
        @Nullable Integer run,
    @Schema(description = "By what was known when.") Instant knownAt,
    @Schema(
            example = "[\"P00001 on 2010-11-15 under partner-network version 1: earns GOLD\"]",
            description = "Line by line; an empty line parts paragraphs.")
        List<String> sentences,
    @Schema(example = "SILVER", description = "The tier held when the risk is over.")
        @Nullable String fallsTo,
    List<WaiverResponse> waivers,
    @Schema(description = "Absent on the highest tier, and where there is no tier.")
        @Nullable PathResponse path,
    @Schema(description = "Absent where there is no tier.") @Nullable OutlookResponse outlook) {

  @Schema(name = "RunningWaiver")
  record WaiverResponse(
      @Schema(example = "3") String waiverId,
      @Schema(example = "GOLD.survey") String criterion,
      @Schema(example = "The vendor was late") String reason,
      @Schema(example = "2010-11-15") LocalDate from,
      @Schema(example = "2011-01-15", description = "The first day without it.") LocalDate to) {

    private static WaiverResponse of(Waiver waiver) {
      return new WaiverResponse(
          waiver.id().toString(),
          waiver.criterion().toString(),
          waiver.reason(),
          waiver.from(),
          waiver.to());
    }
  }

  @Schema(description = "What would cost the earned tier.")
  record OutlookResponse(
      @Schema(example = "[\"E-17\"]", description = "Persons whose loss alone would.")
          List<String> criticalPeople,
      @Schema(example = "[\"C-4711\"]", description = "Certificates whose loss alone would.")
          List<String> criticalCertificates,
      @Schema(description = "Absent where it never falls by itself.") @Nullable FallResponse fall) {

    private static OutlookResponse of(Outlook outlook, SurveyDiscretion discretion) {
      return new OutlookResponse(
          outlook.criticalPeople().stream().map(PersonId::value).toList(),
          outlook.criticalCertificates().stream().map(CertificateId::value).toList(),
          outlook.fall() == null ? null : FallResponse.of(outlook.fall(), discretion));
    }
  }

  @Schema(description = "The first fall if nothing new comes.")
  record FallResponse(
      @Schema(example = "2011-03-01") LocalDate on,
      @Schema(example = "SILVER") @Nullable String to,
      PolicyResponse policy,
      List<CauseResponse> causes,
      @Schema(description = "What is not met then.") List<FindingResponse> unmet) {

    private static FallResponse of(Fall fall, SurveyDiscretion discretion) {
      Map<Fall.CauseKind, List<String>> subjects = new EnumMap<>(Fall.CauseKind.class);
      for (Fall.Cause cause : fall.causes()) {
        subjects.computeIfAbsent(cause.kind(), kind -> new ArrayList<>()).add(cause.subject());
      }
      return new FallResponse(
          fall.on(),
          nameOf(fall.to()),
          PolicyResponse.of(fall.policy()),
          subjects.entrySet().stream()
              .map(of -> CauseResponse.of(of.getKey(), of.getValue(), discretion))
              .toList(),
          fall.unmet().stream().map(finding -> FindingResponse.of(finding, discretion)).toList());
    }
  }

  record CauseResponse(
      Fall.CauseKind kind,
      @Schema(example = "1") int count,
      @Schema(example = "[\"C-4711\"]", description = "What it happens to; never a response.")
          @Nullable List<String> subjects) {

    private static CauseResponse of(
        Fall.CauseKind kind, List<String> subjects, SurveyDiscretion discretion) {
      return new CauseResponse(
          kind,
          subjects.size(),
          kind.isOfResponse() && !discretion.namesResponses() ? null : subjects);
    }
  }

  static ExplanationResponse of(ExplanationAsOf found) {
    SurveyDiscretion discretion = found.survey();
    Explanation explanation = found.explanation();
    TierDecision decision = explanation.decision();
    return new ExplanationResponse(
        decision.partner().value(),
        decision.date(),
        found.night() == null ? null : found.night().run(),
        found.knownAt(),
        found.lines(),
        nameOf(explanation.fallsTo()),
        explanation.waivers().stream().map(WaiverResponse::of).toList(),
        explanation.path() == null
            ? null
            : PathResponse.of(explanation.path(), discretion.tellsAllOf(decision)),
        explanation.outlook() == null
            ? null
            : OutlookResponse.of(explanation.outlook(), discretion));
  }

  private static @Nullable String nameOf(@Nullable Tier tier) {
    return tier == null ? null : tier.name();
  }
}
