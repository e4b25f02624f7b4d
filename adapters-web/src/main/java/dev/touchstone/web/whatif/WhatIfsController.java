package dev.touchstone.web.whatif;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.standing.TrialTable;
import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.application.table.port.out.TableFormat;
import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase.ShowPolicyQuery;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase.ShowPolicyResult;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.application.whatif.WhatIf;
import dev.touchstone.application.whatif.WhatIfId;
import dev.touchstone.application.whatif.WhatIfState;
import dev.touchstone.application.whatif.port.in.DrawWhatIfUseCase;
import dev.touchstone.application.whatif.port.in.StartWhatIfUseCase;
import dev.touchstone.application.whatif.port.in.StartWhatIfUseCase.StartWhatIfCommand;
import dev.touchstone.application.whatif.port.in.StartWhatIfUseCase.StartWhatIfResult;
import dev.touchstone.application.whatif.port.out.WhatIfs;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageKey;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.QueryDay;
import dev.touchstone.web.table.TableDownload;
import dev.touchstone.web.tier.PolicyText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trials of candidate policies, which run in the background. */
@RestController
@RequestMapping(WhatIfsController.PATH)
@Tag(name = "What-if")
public class WhatIfsController {

  static final String PATH = "/api/v1/what-ifs";

  private static final String SVG = "image/svg+xml";
  private static final String CSV = "text/csv";

  private final StartWhatIfUseCase startWhatIf;
  private final DrawWhatIfUseCase drawWhatIf;
  private final ShowPolicyUseCase showPolicy;
  private final WhatIfs whatIfs;
  private final PolicyFiles policyFiles;
  private final TableFormat csvTables;

  /** Takes its ports. */
  public WhatIfsController(
      StartWhatIfUseCase startWhatIf,
      DrawWhatIfUseCase drawWhatIf,
      ShowPolicyUseCase showPolicy,
      WhatIfs whatIfs,
      PolicyFiles policyFiles,
      @Qualifier("csvTables") TableFormat csvTables) {
    this.startWhatIf = startWhatIf;
    this.drawWhatIf = drawWhatIf;
    this.showPolicy = showPolicy;
    this.whatIfs = whatIfs;
    this.policyFiles = policyFiles;
    this.csvTables = csvTables;
  }

  record WhatIfRequest(
      @NotBlank @Size(max = 100) @Schema(example = "partner-network") String policy,
      @NotNull @Min(1) @Schema(example = "1") Integer version,
      @Schema(
              description = "The date of the dossiers. Default: that of the latest complete night.",
              example = "2010-11-15")
          @Nullable LocalDate date) {}

  record WhatIfPartnerResponse(
      @Schema(example = "P00001") String partnerId,
      @Schema(description = "Absent for no tier.", example = "SILVER") @Nullable String earnedNow,
      @Nullable String earnedThen,
      @Nullable String displayedNow,
      @Nullable String displayedThen,
      @Schema(description = "Why they differ; empty where they do not.") String reason) {

    static WhatIfPartnerResponse of(TriedPartner tried) {
      return new WhatIfPartnerResponse(
          tried.partner().value(),
          WhatIfResponse.nameOf(tried.earnedNow()),
          WhatIfResponse.nameOf(tried.earnedThen()),
          WhatIfResponse.nameOf(tried.displayedNow()),
          WhatIfResponse.nameOf(tried.displayedThen()),
          tried.reason());
    }
  }

  /** Tries a version that is registered. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(Role.PROGRAM)
  @Operation(
      summary = "Try a policy on all partners, without storing anything",
      description =
          "The body names a registered version, or is a candidate's YAML (then the date is a"
              + " parameter). It runs in the background, one trial at a time; the newest 20 are"
              + " kept.")
  @ApiResponse(
      responseCode = "202",
      description = "It runs, or will; Location names it.",
      content = @Content(schema = @Schema(implementation = WhatIfResponse.class)))
  ResponseEntity<WhatIfResponse> start(Caller caller, @Valid @RequestBody WhatIfRequest request) {
    ShowPolicyResult result =
        showPolicy.show(new ShowPolicyQuery(request.version(), request.policy()));
    if (result instanceof ShowPolicyResult.NotFound notFound) {
      throw ApiException.ruleViolated(notFound.reason());
    }
    byte[] text = ((ShowPolicyResult.Shown) result).text().getBytes(StandardCharsets.UTF_8);
    return start(caller, policyFiles.read("policy", text), request.date());
  }

  /** Tries a candidate. */
  @PostMapping(consumes = {PolicyText.YAML, PolicyText.TEXT_YAML})
  @Access(Role.PROGRAM)
  @Operation(
      summary = "Try a policy on all partners, without storing anything",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = PolicyText.YAML,
                      schema = @Schema(type = "string", example = PolicyText.EXAMPLE))))
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = WhatIfResponse.class)))
  ResponseEntity<WhatIfResponse> startCandidate(
      Caller caller,
      InputStream body,
      @Parameter(description = "With YAML: the date of the dossiers.", example = "2010-11-15")
          @RequestParam(name = "date", required = false)
          @Nullable LocalDate date)
      throws IOException {
    return start(caller, PolicyText.read(body, policyFiles), date);
  }

  private ResponseEntity<WhatIfResponse> start(
      Caller caller, PolicyFile candidate, @Nullable LocalDate date) {
    StartWhatIfResult result =
        startWhatIf.start(
            new StartWhatIfCommand(candidate, QueryDay.check("date", date), caller.actor()));
    if (result instanceof StartWhatIfResult.Busy busy) {
      throw new ApiException(ProblemType.TOO_MANY_REQUESTS, busy.reason());
    }
    if (result instanceof StartWhatIfResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    WhatIfId id = ((StartWhatIfResult.Started) result).id();
    return ResponseEntity.accepted()
        .location(URI.create(PATH + "/" + id))
        .body(WhatIfResponse.of(find(id)));
  }

  private WhatIf find(WhatIfId id) {
    return whatIfs
        .find(id)
        .orElseThrow(
            () -> ApiException.notFound("There is no trial " + id + "; the newest 20 are kept."));
  }

  /** The kept trials. */
  @GetMapping
  @Access(Role.PROGRAM)
  @Operation(summary = "Trials of candidate policies, newest first")
  Page<WhatIfResponse> list(PageQuery page) {
    WhatIfId before = PageKey.isAbsent(page) ? null : new WhatIfId(PageKey.number(page, 0));
    return Page.of(
            whatIfs.list(before, page.fetch()), page, whatIf -> List.of(whatIf.id().toString()))
        .map(WhatIfResponse::of);
  }

  /** One trial. */
  @GetMapping("/{whatIfId}")
  @Access(Role.PROGRAM)
  @Operation(summary = "One trial: how far it is, and its figures")
  WhatIfResponse get(@PathVariable("whatIfId") long whatIfId) {
    return WhatIfResponse.of(find(new WhatIfId(whatIfId)));
  }

  /** The partners of a trial. */
  @GetMapping("/{whatIfId}/partners")
  @Access(Role.PROGRAM)
  @Operation(summary = "The partners of a trial, by their ids")
  Page<WhatIfPartnerResponse> partners(
      @PathVariable("whatIfId") long whatIfId,
      PageQuery page,
      @Parameter(description = "Only those for whom something changes.")
          @RequestParam(name = "changed", defaultValue = "false")
          boolean changed) {
    WhatIfId id = done(whatIfId).id();
    PartnerId after = PageKey.isAbsent(page) ? null : new PartnerId(PageKey.text(page, 0));
    return Page.of(
            whatIfs.listPartners(id, changed, after, page.fetch()),
            page,
            tried -> List.of(tried.partner().value()))
        .map(WhatIfPartnerResponse::of);
  }

  /** The partners of a trial as a file. */
  @GetMapping(path = "/{whatIfId}/partners.csv", produces = CSV)
  @Access(Role.PROGRAM)
  @Operation(summary = "The partners of a trial as CSV, with the columns of the command whatif")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  void csv(@PathVariable("whatIfId") long whatIfId, HttpServletResponse response)
      throws IOException {
    WhatIfId id = done(whatIfId).id();
    TableDownload.send(
        csvTables,
        TrialTable.TABLE,
        consumer -> whatIfs.forEachPartner(id, consumer),
        "whatif-" + id + ".csv",
        response);
  }

  /** The moves of a trial as an image. */
  @GetMapping(path = "/{whatIfId}/moves.svg", produces = SVG)
  @Access(Role.PROGRAM)
  @Operation(summary = "The moves of displayed tiers as an image")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = SVG, schema = @Schema(type = "string")))
  ResponseEntity<byte[]> svg(@PathVariable("whatIfId") long whatIfId) {
    String svg = drawWhatIf.draw(Objects.requireNonNull(done(whatIfId).trial()));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(SVG))
        .body(svg.getBytes(StandardCharsets.UTF_8));
  }

  private WhatIf done(long whatIfId) {
    WhatIf whatIf = find(new WhatIfId(whatIfId));
    if (whatIf.state() != WhatIfState.DONE) {
      throw ApiException.conflict(
          "Trial %d is not done; its state is %s.".formatted(whatIfId, whatIf.state()));
    }
    return whatIf;
  }
}
