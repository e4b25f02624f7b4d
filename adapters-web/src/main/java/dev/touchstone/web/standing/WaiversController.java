package dev.touchstone.web.standing;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.standing.RecordedWaiver;
import dev.touchstone.application.standing.port.in.EndWaiverUseCase;
import dev.touchstone.application.standing.port.in.EndWaiverUseCase.EndWaiverCommand;
import dev.touchstone.application.standing.port.in.EndWaiverUseCase.EndWaiverResult;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase.GrantWaiverCommand;
import dev.touchstone.application.standing.port.in.GrantWaiverUseCase.GrantWaiverResult;
import dev.touchstone.application.standing.port.out.Waivers;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.IfMatch;
import dev.touchstone.web.api.InvalidRequestException;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageKey;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.api.QueryDay;
import dev.touchstone.web.api.Versions;
import dev.touchstone.web.standing.WaiverResponse.CohortBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The waivers. */
@RestController
@RequestMapping(WaiversController.PATH)
@Tag(name = "Waivers")
public class WaiversController {

  static final String PATH = "/api/v1/waivers";

  private final Waivers waivers;
  private final GrantWaiverUseCase grantWaiver;
  private final EndWaiverUseCase endWaiver;

  /** Takes its ports. */
  public WaiversController(
      Waivers waivers, GrantWaiverUseCase grantWaiver, EndWaiverUseCase endWaiver) {
    this.waivers = waivers;
    this.grantWaiver = grantWaiver;
    this.endWaiver = endWaiver;
  }

  record WaiverRequest(
      @Size(min = 1, max = 1000)
          @Schema(description = "For whom, if it is one partner.", example = "P00001")
          @Nullable String partner,
      @Schema(description = "For whom, if it is a cohort: by one trait or more.", nullable = true)
          @Valid
          @Nullable CohortBody cohort,
      @NotBlank
          @Size(max = 200)
          @Schema(description = "A tier, a dot and a kind of criterion.", example = "GOLD.survey")
          String criterion,
      @NotBlank @Size(max = 1000) @Schema(example = "The survey vendor changed") String reason,
      @NotNull @Schema(example = "2010-11-01") LocalDate from,
      @NotNull
          @Schema(
              description = "The first day on which it no longer holds.",
              example = "2011-02-01")
          LocalDate to) {}

  record WaiverEndRequest(
      @Schema(
              description =
                  "The first day on which it no longer holds; its first day takes it back whole."
                      + " Default: today, or its first day if that is still to come.",
              example = "2010-12-01")
          @Nullable LocalDate on,
      @NotBlank @Size(max = 1000) @Schema(example = "No need any more") String reason) {}

  /** All waivers, past and coming ones too. */
  @GetMapping
  @Access(Role.PROGRAM)
  @Operation(summary = "Waivers, in the order in which they were granted")
  Page<WaiverResponse> list(
      PageQuery page,
      @Parameter(description = "Only those that run on this day.", example = "2010-11-15")
          @RequestParam(name = "on", required = false)
          @Nullable LocalDate on) {
    WaiverId after = PageKey.isAbsent(page) ? null : new WaiverId(PageKey.number(page, 0));
    return Page.of(
            waivers.list(after, QueryDay.check("on", on), page.fetch()),
            page,
            recorded -> List.of(recorded.waiver().id().toString()))
        .map(recorded -> WaiverResponse.of(recorded.waiver()));
  }

  /** One waiver. */
  @GetMapping("/{waiverId}")
  @Access(Role.PROGRAM)
  @Operation(summary = "One waiver")
  ResponseEntity<WaiverResponse> get(@PathVariable("waiverId") long waiverId) {
    return answer(ResponseEntity.ok(), find(waiverId));
  }

  private RecordedWaiver find(long waiverId) {
    return waivers
        .find(new WaiverId(waiverId))
        .orElseThrow(() -> ApiException.notFound("There is no waiver " + waiverId + "."));
  }

  private static ResponseEntity<WaiverResponse> answer(
      ResponseEntity.BodyBuilder builder, RecordedWaiver recorded) {
    return builder
        .eTag(Versions.etag(recorded.revision()))
        .body(WaiverResponse.of(recorded.waiver()));
  }

  /** Grants a waiver; its author is the caller. */
  @PostMapping
  @Access(Role.PROGRAM)
  @Operation(
      summary = "Let one criterion pass for a partner or a cohort",
      description = "The author is the account of the caller.")
  @ApiResponse(
      responseCode = "201",
      description = "Granted.",
      content = @Content(schema = @Schema(implementation = WaiverResponse.class)))
  ResponseEntity<WaiverResponse> grant(Caller caller, @Valid @RequestBody WaiverRequest request) {
    GrantWaiverResult result = grantWaiver.grant(commandOf(caller, request));
    if (result instanceof GrantWaiverResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    RecordedWaiver granted = new RecordedWaiver(((GrantWaiverResult.Granted) result).waiver(), 1);
    return answer(ResponseEntity.created(URI.create(PATH + "/" + granted.waiver().id())), granted);
  }

  private static GrantWaiverCommand commandOf(Caller caller, WaiverRequest request) {
    requireDay("from", request.from());
    requireDay("to", request.to());
    try {
      return new GrantWaiverCommand(
          targetOf(request),
          criterionOf(request.criterion()),
          caller.actor().name(),
          request.reason(),
          request.from(),
          request.to(),
          caller.actor());
    } catch (IllegalArgumentException e) {
      throw ApiException.ruleViolated(e.getMessage() + (endsSentence(e) ? "" : "."));
    }
  }

  private static boolean endsSentence(IllegalArgumentException e) {
    return String.valueOf(e.getMessage()).endsWith(".");
  }

  private static WaiverTarget targetOf(WaiverRequest request) {
    CohortBody cohort = request.cohort();
    if ((request.partner() == null) == (cohort == null)) {
      throw new InvalidRequestException(
          "partner", "or cohort says for whom the waiver is: give one of them");
    }
    if (request.partner() != null) {
      return new WaiverTarget.OnePartner(new PartnerId(request.partner()));
    }
    CohortBody traits = Objects.requireNonNull(cohort);
    requireDay("cohort.registeredFrom", traits.registeredFrom());
    requireDay("cohort.registeredBefore", traits.registeredBefore());
    return new WaiverTarget.Cohort(
        traits.registeredFrom(),
        traits.registeredBefore(),
        traits.province(),
        traits.legacyLevel());
  }

  private static void requireDay(String field, @Nullable LocalDate day) {
    QueryDay.check(field, day);
  }

  private static TierCriterion criterionOf(String text) {
    int dot = text.lastIndexOf('.');
    for (CriterionKind kind : CriterionKind.values()) {
      if (dot > 0 && kind.key().equals(text.substring(dot + 1))) {
        return new TierCriterion(new Tier(text.substring(0, dot)), kind);
      }
    }
    throw new InvalidRequestException(
        "criterion",
        "is a tier, a dot and one of "
            + Arrays.stream(CriterionKind.values())
                .map(CriterionKind::key)
                .collect(Collectors.joining(", ")));
  }

  /** Ends a waiver before its time. */
  @PostMapping("/{waiverId}/end")
  @Access(Role.PROGRAM)
  @Operation(summary = "End a waiver before its time")
  ResponseEntity<WaiverResponse> end(
      Caller caller,
      @PathVariable("waiverId") long waiverId,
      IfMatch ifMatch,
      @Valid @RequestBody WaiverEndRequest request) {
    RecordedWaiver known = find(waiverId);
    requireDay("on", request.on());
    EndWaiverResult result =
        endWaiver.end(
            new EndWaiverCommand(
                known.waiver().id(),
                request.on(),
                new Waiver.Ending(caller.actor().name(), request.reason()),
                ifMatch.version(() -> get(waiverId)),
                caller.actor()));
    if (result instanceof EndWaiverResult.Stale) {
      throw ApiException.lostUpdate();
    }
    if (result instanceof EndWaiverResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    return answer(ResponseEntity.ok(), ((EndWaiverResult.Ended) result).recorded());
  }
}
