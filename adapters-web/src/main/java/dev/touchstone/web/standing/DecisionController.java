package dev.touchstone.web.standing;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.standing.DecisionAsOf;
import dev.touchstone.application.standing.ExplanationAsOf;
import dev.touchstone.application.standing.port.in.ShowDecisionUseCase;
import dev.touchstone.application.standing.port.in.ShowExplanationUseCase;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a partner stands where it does. */
@RestController
@RequestMapping("/api/v1/partners/{partnerId}")
@Tag(name = "Standing")
public class DecisionController {

  private static final String AS_OF =
      "As of the date of the latest complete night, or of another; by what is known now where no"
          + " night ran on the date, or by what was known at a moment.";

  private final ShowDecisionUseCase showDecision;
  private final ShowExplanationUseCase showExplanation;
  private final Clock clock;
  private final DecidedNights nights;

  /** Takes its ports and what time it is. */
  public DecisionController(
      ShowDecisionUseCase showDecision,
      ShowExplanationUseCase showExplanation,
      Clock clock,
      DecidedNights nights) {
    this.showDecision = showDecision;
    this.showExplanation = showExplanation;
    this.clock = clock;
    this.nights = nights;
  }

  /** The decision with all findings. */
  @GetMapping("/decision")
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "The decision with all findings", description = AS_OF)
  ResponseEntity<DecisionResponse> decision(
      Caller caller,
      @PathVariable String partnerId,
      @RequestParam(required = false) @Nullable LocalDate date,
      @RequestParam(required = false) @Nullable Instant knownAt) {
    DecisionAsOf found =
        AsOf.found(
            showDecision.show(AsOf.query(caller.role(), partnerId, date, knownAt, clock, nights)));
    return NightTag.answer(found.night(), DecisionResponse.of(found));
  }

  /** The decision in words, the path to the next tier, the outlook. */
  @GetMapping("/explanation")
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(
      summary = "The decision in words, the way to the next tier, and what would cost this one",
      description = AS_OF)
  ExplanationResponse explanation(
      Caller caller,
      @PathVariable String partnerId,
      @RequestParam(required = false) @Nullable LocalDate date,
      @RequestParam(required = false) @Nullable Instant knownAt) {
    ExplanationAsOf found =
        AsOf.found(
            showExplanation.show(
                AsOf.query(caller.role(), partnerId, date, knownAt, clock, nights)));
    return ExplanationResponse.of(found);
  }
}
