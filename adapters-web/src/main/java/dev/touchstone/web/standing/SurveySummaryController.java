package dev.touchstone.web.standing;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.standing.SurveySummary;
import dev.touchstone.application.standing.SurveySummary.Scores;
import dev.touchstone.application.standing.port.in.SummarizeSurveyUseCase;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What customers think of a partner, and never who thinks so. */
@RestController
@RequestMapping("/api/v1/partners/{partnerId}/survey-summary")
@Tag(name = "Standing")
public class SurveySummaryController {

  private static final int LOWEST_SATISFACTION = 1;

  private final SummarizeSurveyUseCase summarizeSurvey;

  /** Takes its port. */
  public SurveySummaryController(SummarizeSurveyUseCase summarizeSurvey) {
    this.summarizeSurvey = summarizeSurvey;
  }

  @Schema(
      description =
          "Satisfaction and recommendation are told in batches and may be of fewer responses than"
              + " count, or of some beyond what one customer may give; absent while there is no"
              + " whole batch in the window.")
  record SurveySummaryResponse(
      @Schema(example = "P00001") String partnerId,
      @Schema(example = "2010-11-15") LocalDate date,
      @Schema(example = "1", description = "The run of the night; absent if counted anew.")
          @Nullable Integer run,
      WindowResponse window,
      @Schema(example = "12", description = "The responses that count.") int responses,
      @Nullable SatisfactionResponse satisfaction,
      @Nullable RecommendationResponse recommendation) {

    static SurveySummaryResponse of(String partner, SurveySummary summary) {
      Scores satisfaction = summary.satisfaction();
      Scores recommendation = summary.recommendation();
      return new SurveySummaryResponse(
          partner,
          summary.date(),
          summary.night() == null ? null : summary.night().run(),
          new WindowResponse(summary.from(), summary.date()),
          summary.responses(),
          satisfaction == null ? null : SatisfactionResponse.of(satisfaction),
          recommendation == null ? null : RecommendationResponse.of(recommendation));
    }
  }

  @Schema(description = "The days whose responses count, both included.")
  record WindowResponse(
      @Schema(example = "2009-11-16") LocalDate from,
      @Schema(example = "2010-11-15") LocalDate to) {}

  @Schema(description = "Overall satisfaction, 1 to 10.")
  record SatisfactionResponse(
      @Schema(example = "12") int count,
      @Schema(example = "91") int sum,
      @Schema(example = "7.58", description = "sum / count, rounded down.") String mean,
      @Schema(
              example =
                  "{\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":1,\"6\":2,\"7\":3,\"8\":3,\"9\":2,\"10\":1}",
              description = "How many gave each score.")
          Map<String, Integer> distribution) {

    private static SatisfactionResponse of(Scores scores) {
      Map<String, Integer> distribution = new LinkedHashMap<>();
      for (int i = 0; i < scores.distribution().size(); i++) {
        distribution.put(Integer.toString(i + LOWEST_SATISFACTION), scores.distribution().get(i));
      }
      return new SatisfactionResponse(
          scores.count(),
          scores.sum(),
          FindingResponse.meanOf(scores.sum(), scores.count()),
          distribution);
    }
  }

  @Schema(description = "Would they recommend the partner, 0 to 10.")
  record RecommendationResponse(
      @Schema(example = "9") int count,
      @Schema(example = "70") int sum,
      @Schema(example = "7.77", description = "sum / count, rounded down.") String mean) {

    private static RecommendationResponse of(Scores scores) {
      return new RecommendationResponse(
          scores.count(), scores.sum(), FindingResponse.meanOf(scores.sum(), scores.count()));
    }
  }

  /** The summary as of a date. */
  @GetMapping
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(
      summary = "What customers answered, together",
      description =
          "As of the date of the latest complete night, or of another. Never who answered. Scores"
              + " are told in batches of at least five responses (the server's operator may choose"
              + " another number): a batch is made when enough of them have become known, and"
              + " counts while all its days are in the window. So what two dates tell never differs"
              + " by a single customer's score. The program is told every score.")
  ResponseEntity<SurveySummaryResponse> summary(
      Caller caller,
      @PathVariable String partnerId,
      @RequestParam(required = false) @Nullable LocalDate date) {
    SurveySummary summary =
        AsOf.found(summarizeSurvey.summarize(AsOf.query(caller.role(), partnerId, date)));
    return NightTag.answer(summary.night(), SurveySummaryResponse.of(partnerId, summary));
  }
}
