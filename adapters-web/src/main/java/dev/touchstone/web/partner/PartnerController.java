package dev.touchstone.web.partner;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.partner.ChangePartnerResult;
import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.application.partner.port.in.ChangeProfileUseCase;
import dev.touchstone.application.partner.port.in.ChangeProfileUseCase.ChangeProfileCommand;
import dev.touchstone.application.partner.port.in.ChangeStatusUseCase;
import dev.touchstone.application.partner.port.in.ChangeStatusUseCase.ChangeStatusCommand;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.partner.Profile;
import dev.touchstone.domain.time.ProgramDays;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.IfMatch;
import dev.touchstone.web.api.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One partner's profile and status. */
@RestController
@RequestMapping("/api/v1/partners/{partnerId}")
@Tag(name = "Partners")
public class PartnerController {

  private final Partners partners;
  private final ChangeProfileUseCase changeProfile;
  private final ChangeStatusUseCase changeStatus;
  private final Clock clock;

  /** Takes its ports; the clock says which day it is. */
  public PartnerController(
      Partners partners,
      ChangeProfileUseCase changeProfile,
      ChangeStatusUseCase changeStatus,
      Clock clock) {
    this.partners = partners;
    this.changeProfile = changeProfile;
    this.changeStatus = changeStatus;
    this.clock = clock;
  }

  record ProfileRequest(
      @NotBlank @Schema(example = "Rossi Informatica S.r.l.", maxLength = 1000) String name,
      @Schema(example = "IT01234567890", maxLength = 1000) @Nullable String vatNumber,
      @Schema(example = "Città di Castello", maxLength = 1000) @Nullable String city,
      @Schema(example = "PG", maxLength = 1000) @Nullable String province,
      @Schema(example = "IT", maxLength = 1000) @Nullable String country,
      @Schema(example = "https://rossi.example", maxLength = 1000) @Nullable String website,
      @Schema(example = "info@rossi.example", maxLength = 254) @Nullable String contactEmail,
      @NotNull @Schema(example = "false", description = "Whether it hides from the directory.")
          Boolean hidden) {}

  record StatusRequest(
      @NotNull @Schema(description = "Whether it takes part, from today on.")
          PartnerStatus status) {}

  /** The profile. */
  @GetMapping
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "A partner's profile")
  ResponseEntity<PartnerResponse> get(@PathVariable String partnerId) {
    return answer(
        partners
            .find(new PartnerId(partnerId), ProgramDays.today(clock))
            .orElseThrow(
                () -> ApiException.notFound("There is no such partner; ids are exact in case.")));
  }

  /** Changes the profile. */
  @PutMapping
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(
      summary = "Change a partner's profile",
      description =
          "The body is the whole profile: what is left out is removed. With equal content nothing"
              + " changes, the ETag included. Files of the nights change a value again once they"
              + " say another one than they said last.")
  ResponseEntity<PartnerResponse> change(
      Caller caller,
      @PathVariable String partnerId,
      IfMatch ifMatch,
      @Valid @RequestBody ProfileRequest request) {
    return answer(
        changeProfile.change(
            new ChangeProfileCommand(
                new PartnerId(partnerId),
                new Profile(
                    request.name(),
                    request.vatNumber(),
                    request.city(),
                    request.province(),
                    request.country(),
                    request.website(),
                    request.contactEmail()),
                request.hidden(),
                ifMatch.version(() -> get(partnerId)),
                caller.actor())));
  }

  /** Changes the status. */
  @PutMapping("/status")
  @Access(Role.PROGRAM)
  @Operation(
      summary = "Suspend a partner, let it leave, or take it back",
      description =
          "From today on. A suspension holds until it is lifted here, whatever files say, also one"
              + " that files have made and that is set here once more; after it they are heard with"
              + " what they then say otherwise. Another status holds until files say another one"
              + " than they said last.")
  ResponseEntity<PartnerResponse> changeStatus(
      Caller caller,
      @PathVariable String partnerId,
      IfMatch ifMatch,
      @Valid @RequestBody StatusRequest request) {
    return answer(
        changeStatus.change(
            new ChangeStatusCommand(
                new PartnerId(partnerId),
                request.status(),
                ifMatch.version(() -> get(partnerId)),
                caller.actor())));
  }

  private static ResponseEntity<PartnerResponse> answer(ChangePartnerResult result) {
    if (result instanceof ChangePartnerResult.NotFound unknown) {
      throw ApiException.notFound(unknown.reason());
    }
    if (result instanceof ChangePartnerResult.Stale) {
      throw ApiException.lostUpdate();
    }
    if (result instanceof ChangePartnerResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    return answer(((ChangePartnerResult.Changed) result).partner());
  }

  private static ResponseEntity<PartnerResponse> answer(KnownPartner known) {
    return ResponseEntity.ok().eTag(Versions.etag(known.version())).body(PartnerResponse.of(known));
  }
}
