package dev.touchstone.web.night;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.night.NightDetail;
import dev.touchstone.application.night.NightFigures;
import dev.touchstone.domain.tier.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All about a night as the API shows it. */
record NightDetailResponse(
    NightResponse night,
    List<IntakeResponse> intake,
    @Schema(description = "Rejected rows and files by reason.") Map<RejectReason, Long> rejects,
    @Schema(description = "What was decided; absent before all partners are.")
        @Nullable DecidedResponse decided,
    @Schema(description = "How much it found odd about the evidence.") long findings,
    @Schema(description = "Steps in the order in which they ran, over all attempts.")
        List<StepResponse> steps) {

  record IntakeResponse(
      EvidenceKind kind,
      long files,
      long filesRejected,
      long filesRepeated,
      long rowsRead,
      long rowsNew,
      long rowsSuperseding,
      long rowsUnchanged,
      long rowsRejected) {

    static IntakeResponse of(NightFigures.KindFigures figures) {
      return new IntakeResponse(
          figures.kind(),
          figures.files(),
          figures.filesRejected(),
          figures.filesRepeated(),
          figures.rowsRead(),
          figures.rowsNew(),
          figures.rowsSuperseding(),
          figures.rowsUnchanged(),
          figures.rowsRejected());
    }
  }

  record DecidedResponse(long partners, List<TierResponse> tiers, long promotions, long demotions) {

    static DecidedResponse of(NightDetail.Decided decided, long partners) {
      return new DecidedResponse(
          partners,
          decided.tiers().stream().map(TierResponse::of).toList(),
          decided.promotions(),
          decided.demotions());
    }
  }

  record TierResponse(
      @Schema(description = "Absent for no tier.", example = "GOLD") @Nullable String tier,
      @Schema(description = "Partners that held it after the complete night before.") long before,
      @Schema(description = "Partners that hold it after this night.") long after) {

    static TierResponse of(NightDetail.TierCount count) {
      Tier tier = count.tier();
      return new TierResponse(tier == null ? null : tier.name(), count.before(), count.after());
    }
  }

  record StepResponse(
      @Schema(example = "recalculate") String step, @Schema(example = "1.25") BigDecimal seconds) {

    static StepResponse of(Map.Entry<String, Duration> step) {
      return new StepResponse(step.getKey(), BigDecimal.valueOf(step.getValue().toMillis(), 3));
    }
  }

  static NightDetailResponse of(NightDetail detail) {
    NightFigures figures = detail.figures();
    NightDetail.Decided decided = detail.decided();
    return new NightDetailResponse(
        NightResponse.of(detail.overview()),
        figures.intake().stream().map(IntakeResponse::of).toList(),
        figures.rejectsByReason(),
        decided == null ? null : DecidedResponse.of(decided, figures.partnersDecided()),
        detail.findings(),
        detail.steps().entrySet().stream().map(StepResponse::of).toList());
  }
}
