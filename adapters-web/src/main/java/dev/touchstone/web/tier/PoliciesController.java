package dev.touchstone.web.tier;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.tier.ListedPolicy;
import dev.touchstone.application.tier.PolicyState;
import dev.touchstone.application.tier.port.in.ListPoliciesUseCase;
import dev.touchstone.application.tier.port.in.RegisterPolicyUseCase;
import dev.touchstone.application.tier.port.in.RegisterPolicyUseCase.RegisterPolicyCommand;
import dev.touchstone.application.tier.port.in.RegisterPolicyUseCase.RegisterPolicyResult;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase.RetirePolicyCommand;
import dev.touchstone.application.tier.port.in.RetirePolicyUseCase.RetirePolicyResult;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase.ShowPolicyQuery;
import dev.touchstone.application.tier.port.in.ShowPolicyUseCase.ShowPolicyResult;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.IfMatch;
import dev.touchstone.web.api.Locations;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageKey;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of the tier policy. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
public class PoliciesController {

  private static final MediaType YAML = MediaType.parseMediaType(PolicyText.YAML);

  private final ListPoliciesUseCase listPolicies;
  private final ShowPolicyUseCase showPolicy;
  private final RegisterPolicyUseCase registerPolicy;
  private final RetirePolicyUseCase retirePolicy;
  private final PolicyFiles policyFiles;

  /** Takes its ports. */
  public PoliciesController(
      ListPoliciesUseCase listPolicies,
      ShowPolicyUseCase showPolicy,
      RegisterPolicyUseCase registerPolicy,
      RetirePolicyUseCase retirePolicy,
      PolicyFiles policyFiles) {
    this.listPolicies = listPolicies;
    this.showPolicy = showPolicy;
    this.registerPolicy = registerPolicy;
    this.retirePolicy = retirePolicy;
    this.policyFiles = policyFiles;
  }

  record ListedPolicyResponse(
      @Schema(example = "partner-network") String policy,
      @Schema(example = "1") int version,
      @Schema(example = "2010-10-30") LocalDate effectiveFrom,
      @Schema(description = "The first day on which the next version is in force.")
          @Nullable LocalDate until,
      @Schema(description = "As of the latest night.") PolicyState state,
      @Schema(description = "Absent where it is the one shipped with the product.")
          @Nullable Instant registeredAt) {

    static ListedPolicyResponse of(ListedPolicy listed) {
      return new ListedPolicyResponse(
          listed.version().policy(),
          listed.version().version(),
          listed.effectiveFrom(),
          listed.until(),
          listed.state(),
          listed.registeredAt());
    }
  }

  record PolicyVerdictResponse(
      @Schema(example = "FITS") Verdict verdict,
      @Schema(example = "partner-network") String policy,
      @Schema(example = "2") int version,
      @Schema(example = "2011-10-30") LocalDate effectiveFrom) {

    enum Verdict {
      /** It is registered now. */
      REGISTERED,
      /** It was registered before with the same content; nothing was done. */
      ALREADY_REGISTERED,
      /** It could be registered; nothing was done. */
      FITS
    }

    static PolicyVerdictResponse of(Verdict verdict, TierPolicy policy) {
      return new PolicyVerdictResponse(
          verdict, policy.version().policy(), policy.version().version(), policy.effectiveFrom());
    }
  }

  /** All versions, in the order in which they take effect. */
  @GetMapping
  @Access(Role.PROGRAM)
  @Operation(summary = "All versions of the policy, retired ones included")
  Page<ListedPolicyResponse> list(PageQuery page) {
    List<ListedPolicy> all = listPolicies.listPolicies();
    int begin = PageKey.isAbsent(page) ? 0 : placeAfter(all, page);
    List<ListedPolicy> part = all.subList(begin, Math.min(all.size(), begin + page.fetch()));
    return Page.of(
            part,
            page,
            listed ->
                List.of(listed.version().policy(), Integer.toString(listed.version().version())))
        .map(ListedPolicyResponse::of);
  }

  private static int placeAfter(List<ListedPolicy> all, PageQuery page) {
    PolicyVersion last = new PolicyVersion(PageKey.text(page, 0), PageKey.place(page, 1));
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).version().equals(last)) {
        return i + 1;
      }
    }
    throw PageKey.foreign();
  }

  /** One version: what it says, or, on demand, the YAML as it was registered. */
  @GetMapping(
      path = "/{policy}/{version}",
      produces = {MediaType.APPLICATION_JSON_VALUE, PolicyText.YAML})
  @Access(Role.PROGRAM)
  @Operation(
      summary = "One version of the policy",
      description = "With Accept: application/yaml, the YAML as it was registered.")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = PolicyResponse.class)),
        @Content(mediaType = PolicyText.YAML, schema = @Schema(type = "string"))
      })
  ResponseEntity<Object> get(
      @PathVariable("policy") String policy,
      @PathVariable("version") int version,
      @Parameter(hidden = true)
          @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE)
          String accept) {
    ShowPolicyResult.Shown shown = show(policy, version);
    ListedPolicy listed = listed(shown);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT);
    return wantsYaml(accept)
        ? answer
            .eTag(Versions.etag(listed.revision(), "yaml"))
            .contentType(YAML)
            .body(shown.text().getBytes(StandardCharsets.UTF_8))
        : answer
            .eTag(Versions.etag(listed.revision()))
            .contentType(MediaType.APPLICATION_JSON)
            .body(PolicyResponse.of(listed, shown.policy()));
  }

  private ShowPolicyResult.Shown show(String policy, int version) {
    ShowPolicyResult result = showPolicy.show(new ShowPolicyQuery(version, policy));
    if (result instanceof ShowPolicyResult.NotFound) {
      throw ApiException.notFound("There is no such version of a policy.");
    }
    return (ShowPolicyResult.Shown) result;
  }

  private ListedPolicy listed(ShowPolicyResult.Shown shown) {
    return listPolicies.listPolicies().stream()
        .filter(known -> known.version().equals(shown.policy().version()))
        .findFirst()
        .orElseThrow(() -> ApiException.notFound("There is no such policy."));
  }

  /** The first of what is asked for that is offered; JSON where anything will do. */
  private static boolean wantsYaml(String accept) {
    List<MediaType> types = new ArrayList<>(MediaType.parseMediaTypes(accept));
    MimeTypeUtils.sortBySpecificity(types);
    for (MediaType type : types) {
      if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
        return false;
      }
      if (type.isCompatibleWith(YAML)) {
        return true;
      }
    }
    return false;
  }

  /** Registers a version, or says what would come of it. */
  @PostMapping(consumes = {PolicyText.YAML, PolicyText.TEXT_YAML})
  @Access(Role.PROGRAM)
  @Operation(
      summary = "Register a version of the policy",
      description =
          "The body is the policy's YAML, of at most 256 KiB. It takes effect on its day, which"
              + " must lie after the latest night, and can never be changed.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = PolicyText.YAML,
                      schema = @Schema(type = "string", example = PolicyText.EXAMPLE))))
  @ApiResponse(
      responseCode = "201",
      description = "Registered.",
      content = @Content(schema = @Schema(implementation = PolicyVerdictResponse.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It was registered before, or only to be judged.",
      content = @Content(schema = @Schema(implementation = PolicyVerdictResponse.class)))
  ResponseEntity<PolicyVerdictResponse> register(
      Caller caller,
      InputStream body,
      @Parameter(description = "Only say what would come of it.")
          @RequestParam(name = "validateOnly", defaultValue = "false")
          boolean validateOnly)
      throws IOException {
    RegisterPolicyResult result =
        registerPolicy.register(
            new RegisterPolicyCommand(
                PolicyText.read(body, policyFiles), validateOnly, caller.actor()));
    if (result instanceof RegisterPolicyResult.Refused refused) {
      throw PolicyText.refused(ProblemType.RULE_VIOLATED, refused.place().key(), refused.reason());
    }
    if (result instanceof RegisterPolicyResult.Fits fits) {
      return ResponseEntity.ok(
          PolicyVerdictResponse.of(PolicyVerdictResponse.Verdict.FITS, fits.policy()));
    }
    if (result instanceof RegisterPolicyResult.AlreadyRegistered already) {
      return ResponseEntity.ok(
          PolicyVerdictResponse.of(
              PolicyVerdictResponse.Verdict.ALREADY_REGISTERED, already.policy()));
    }
    TierPolicy policy = ((RegisterPolicyResult.Registered) result).policy();
    return ResponseEntity.created(addressOf(policy.version()))
        .eTag(Versions.etag(1))
        .body(PolicyVerdictResponse.of(PolicyVerdictResponse.Verdict.REGISTERED, policy));
  }

  private static URI addressOf(PolicyVersion version) {
    return Locations.of("/api/v1/policies/{policy}/{version}", version.policy(), version.version());
  }

  /** Takes a version back that no night has reached. */
  @PostMapping("/{policy}/{version}/retirement")
  @Access(Role.PROGRAM)
  @Operation(summary = "Take a version back that is not in force yet")
  ResponseEntity<PolicyResponse> retire(
      Caller caller,
      @PathVariable("policy") String policy,
      @PathVariable("version") int version,
      IfMatch ifMatch) {
    ShowPolicyResult.Shown shown = show(policy, version);
    RetirePolicyResult result =
        retirePolicy.retire(
            new RetirePolicyCommand(
                version,
                policy,
                ifMatch.version(() -> get(policy, version, MediaType.APPLICATION_JSON_VALUE)),
                caller.actor()));
    if (result instanceof RetirePolicyResult.Stale) {
      throw ApiException.lostUpdate();
    }
    if (result instanceof RetirePolicyResult.Refused refused) {
      throw ApiException.conflict(refused.reason());
    }
    ListedPolicy listed = listed(shown);
    return ResponseEntity.ok()
        .eTag(Versions.etag(listed.revision()))
        .body(PolicyResponse.of(listed, shown.policy()));
  }
}
