package dev.touchstone.web.partner;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.application.partner.port.in.RegisterPartnerUseCase;
import dev.touchstone.application.partner.port.in.RegisterPartnerUseCase.RegisterPartnerCommand;
import dev.touchstone.application.partner.port.in.RegisterPartnerUseCase.RegisterPartnerResult;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.Profile;
import dev.touchstone.domain.text.Text;
import dev.touchstone.domain.time.ProgramDays;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.Locations;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.api.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The program's view of all partners. */
@RestController
@RequestMapping("/api/v1/partners")
@Tag(name = "Partners")
public class PartnersController {

  private final Partners partners;
  private final RegisterPartnerUseCase registerPartner;
  private final Clock clock;

  /** Takes its ports; the clock says which day it is. */
  public PartnersController(
      Partners partners, RegisterPartnerUseCase registerPartner, Clock clock) {
    this.partners = partners;
    this.registerPartner = registerPartner;
    this.clock = clock;
  }

  record RegistrationRequest(
      @Schema(
              example = "P00042",
              description = "Left out, it is the next of the program's own series.")
          @Nullable String partnerId,
      @NotBlank @Schema(example = "Rossi Informatica S.r.l.", maxLength = 1000) String name,
      @Schema(example = "IT01234567890", maxLength = 1000) @Nullable String vatNumber,
      @Schema(example = "Città di Castello", maxLength = 1000) @Nullable String city,
      @Schema(example = "PG", maxLength = 1000) @Nullable String province,
      @Schema(example = "IT", maxLength = 1000) @Nullable String country,
      @Schema(example = "https://rossi.example", maxLength = 1000) @Nullable String website,
      @Schema(example = "info@rossi.example", maxLength = 254) @Nullable String contactEmail,
      @Schema(example = "2010-10-30", description = "Left out, it is today.")
          @Nullable LocalDate registeredOn) {}

  /** Lists partners by id. */
  @GetMapping
  @Access(Role.PROGRAM)
  @Operation(summary = "All partners, by id")
  Page<PartnerResponse> list(
      @Parameter(description = "What the name contains, whatever its case.", example = "rossi")
          @RequestParam(required = false)
          @Nullable String name,
      PageQuery page) {
    PartnerId after = page.after().isEmpty() ? null : new PartnerId(page.after().get(0));
    List<KnownPartner> found =
        partners.list(
            name == null ? null : Text.trim(name), after, page.fetch(), ProgramDays.today(clock));
    return Page.of(found, page, known -> List.of(known.partner().id().value()))
        .map(PartnerResponse::of);
  }

  /** Registers a partner. */
  @PostMapping
  @Access(Role.PROGRAM)
  @Operation(summary = "Register a partner, active from the start")
  ResponseEntity<PartnerResponse> register(
      Caller caller, @Valid @RequestBody RegistrationRequest request) {
    RegisterPartnerResult result =
        registerPartner.register(
            new RegisterPartnerCommand(
                idOf(request),
                new Profile(
                    request.name(),
                    request.vatNumber(),
                    request.city(),
                    request.province(),
                    request.country(),
                    request.website(),
                    request.contactEmail()),
                request.registeredOn(),
                caller.actor()));
    if (result instanceof RegisterPartnerResult.Taken taken) {
      throw ApiException.conflict(taken.reason());
    }
    if (result instanceof RegisterPartnerResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    KnownPartner registered = ((RegisterPartnerResult.Registered) result).partner();
    return ResponseEntity.created(
            Locations.of("/api/v1/partners/{partnerId}", registered.partner().id()))
        .eTag(Versions.etag(registered.version()))
        .body(PartnerResponse.of(registered));
  }

  private static @Nullable PartnerId idOf(RegistrationRequest request) {
    return request.partnerId() == null ? null : new PartnerId(Text.trim(request.partnerId()));
  }
}
