package dev.touchstone.web.standing;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.path.PathStep;
import dev.touchstone.domain.tier.path.PathToNextTier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to the next tier. */
record PathResponse(
    @Schema(example = "GOLD") String next,
    @Schema(
            example = "3",
            description = "How many single acts it takes; at least, where scores are not told.")
        int size,
    @Schema(description = "Whether there is no shorter one for certain.") boolean smallest,
    List<StepResponse> steps,
    @Schema(example = "[]", description = "Criteria that no steps can meet as things are.")
        List<String> outOfReach) {

  /** What a step is. */
  enum Step {
    REQUEST_COMPETENCY,
    GET_TOOLKIT,
    CERTIFY_PERSON,
    GET_REFERENCE,
    GET_RESPONSES
  }

  @Schema(description = "One step; what does not apply to it is absent.")
  record StepResponse(
      Step step,
      @Schema(example = "CRM") @Nullable String specialization,
      @Schema(example = "[\"ERP\"]", description = "What would do as well.")
          @Nullable List<String> alternatives,
      @Schema(example = "[\"E-17\"]", description = "Who would do as well as somebody new.")
          @Nullable List<String> people,
      @Schema(example = "3", description = "At least so many where satisfactionSum is absent.")
          @Nullable Integer responses,
      @Schema(
              example = "24",
              description =
                  "The least sum of their satisfaction; absent where it would give away what single"
                      + " customers answered.")
          @Nullable Integer satisfactionSum) {

    private static StepResponse of(PathStep step, boolean tellsScores) {
      if (step instanceof PathStep.RequestCompetency request) {
        return on(Step.REQUEST_COMPETENCY, request.specialization(), request.alternatives());
      }
      if (step instanceof PathStep.GetToolkit toolkit) {
        return on(Step.GET_TOOLKIT, toolkit.specialization(), toolkit.alternatives());
      }
      if (step instanceof PathStep.GetReference reference) {
        return on(Step.GET_REFERENCE, reference.specialization(), reference.alternatives());
      }
      if (step instanceof PathStep.CertifyPerson certify) {
        return new StepResponse(
            Step.CERTIFY_PERSON,
            certify.specialization().value(),
            codes(certify.alternatives()),
            certify.people().stream().map(PersonId::value).toList(),
            null,
            null);
      }
      PathStep.GetResponses responses = (PathStep.GetResponses) step;
      return new StepResponse(
          Step.GET_RESPONSES,
          null,
          null,
          null,
          tellsScores ? responses.size() : responses.sizeWithoutScores(),
          tellsScores ? responses.satisfactionSum() : null);
    }

    private static StepResponse on(
        Step step, SpecializationCode specialization, List<SpecializationCode> alternatives) {
      return new StepResponse(step, specialization.value(), codes(alternatives), null, null, null);
    }

    private static List<String> codes(List<SpecializationCode> codes) {
      return codes.stream().map(SpecializationCode::value).toList();
    }
  }

  /**
   * The way as it is told.
   *
   * @param tellsScores whether the scores given so far may be told
   */
  static PathResponse of(PathToNextTier path, boolean tellsScores) {
    return new PathResponse(
        path.next().name(),
        tellsScores ? path.size() : path.sizeWithoutScores(),
        path.smallest(),
        path.steps().stream().map(step -> StepResponse.of(step, tellsScores)).toList(),
        path.outOfReach().stream().map(TierCriterion::toString).toList());
  }
}
