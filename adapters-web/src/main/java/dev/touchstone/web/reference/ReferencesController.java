package dev.touchstone.web.reference;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.ListedReference;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.Mailing;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase.RequestReferenceCommand;
import dev.touchstone.application.reference.port.in.RequestReferenceUseCase.RequestReferenceResult;
import dev.touchstone.application.reference.port.in.ResendReferenceUseCase;
import dev.touchstone.application.reference.port.in.ResendReferenceUseCase.ResendReferenceCommand;
import dev.touchstone.application.reference.port.in.ResendReferenceUseCase.ResendReferenceResult;
import dev.touchstone.application.reference.port.out.PartnerReferences;
import dev.touchstone.application.reference.port.out.RequestingPartners;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceStatus;
import dev.touchstone.domain.text.EmailAddress;
import dev.touchstone.domain.text.Language;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.IfMatch;
import dev.touchstone.web.api.InvalidRequestException;
import dev.touchstone.web.api.Locations;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A partner's references. The links that sign are never among what it can read. */
@RestController
@RequestMapping(ReferencesController.PATH)
@Tag(name = "References")
public class ReferencesController {

  static final String PATH = "/api/v1/partners/{partnerId}/references";

  private final RequestReferenceUseCase requestReference;
  private final ResendReferenceUseCase resendReference;
  private final PartnerReferences references;
  private final RequestingPartners partners;
  private final Clock clock;

  /** Takes its ports. */
  public ReferencesController(
      RequestReferenceUseCase requestReference,
      ResendReferenceUseCase resendReference,
      PartnerReferences references,
      RequestingPartners partners,
      Clock clock) {
    this.requestReference = requestReference;
    this.resendReference = resendReference;
    this.references = references;
    this.partners = partners;
    this.clock = clock;
  }

  record NewReferenceRequest(
      @NotBlank @Size(max = 1000) @Schema(example = "CRM") String specialization,
      @NotBlank @Size(max = 1000) @Schema(example = "Rossi S.p.A.") String customerName,
      @Size(min = 1, max = 1000) @Schema(example = "IT01234567890") @Nullable String customerVat,
      @Size(min = 1, max = 1000) @Schema(example = "Maria Rossi") @Nullable String signatoryName,
      @NotBlank @Size(max = EmailAddress.MAX_LENGTH) @Schema(example = "maria@rossi.example")
          String signatoryEmail,
      @NotNull
          @Pattern(regexp = "it|en", message = "is it or en")
          @Schema(
              example = "it",
              description = "The language in which the customer is addressed: it or en.")
          String language) {}

  record ReferenceResponse(
      @Schema(example = "R-4f9c02ab-17") String id,
      @Schema(example = "CRM") String specialization,
      @Schema(example = "Rossi S.p.A.") String customerName,
      @Schema(example = "IT01234567890") @Nullable String customerVat,
      @Schema(example = "Maria Rossi") @Nullable String signatoryName,
      @Schema(example = "maria@rossi.example") @Nullable String signatoryEmail,
      @Schema(example = "2010-11-15") LocalDate requestedOn,
      @Schema(example = "2010-11-18") @Nullable LocalDate signedOn,
      @Nullable LocalDate declinedOn,
      @Nullable LocalDate withdrawnOn,
      ReferenceStatus status,
      @Schema(description = "Of a reference asked for by mail; absent from one that came by file.")
          @Nullable RequestResponse request) {

    static ReferenceResponse of(ListedReference reference) {
      ListedReference.ByMail request = reference.request();
      return new ReferenceResponse(
          reference.id().value(),
          reference.specialization().value(),
          reference.customer().value(),
          reference.customerVat(),
          reference.signatoryName(),
          reference.signatoryEmail(),
          reference.requestedOn(),
          reference.signedOn(),
          reference.declinedOn(),
          reference.withdrawnOn(),
          reference.status(),
          request == null ? null : RequestResponse.of(request));
    }
  }

  record RequestResponse(
      @Schema(example = "it") String language,
      @Schema(description = "When the latest link to sign expires.") Instant linkExpiresAt,
      MailResponse mail) {

    static RequestResponse of(ListedReference.ByMail request) {
      return new RequestResponse(
          request.language().code(), request.expiresAt(), MailResponse.of(request.mailing()));
    }
  }

  record MailResponse(
      @Schema(description = "What the link in the latest mail is for.") LinkKind kind,
      MailState state,
      @Schema(description = "Since when the mail is in this state.") Instant at,
      @Schema(example = "The mail server could not be reached or did not confirm the mail.")
          @Nullable String failure,
      @Schema(
              description =
                  "Which attempt of the server it is; each one carries a fresh link, and the earlier"
                      + " one is void once a mail with a later one was sent.",
              example = "1")
          int attempt,
      @Schema(description = "From when on the server tries again; absent where it does not.")
          @Nullable Instant nextAttemptAt) {

    static MailResponse of(Mailing mailing) {
      return new MailResponse(
          mailing.kind(),
          mailing.state(),
          mailing.at(),
          mailing.failure(),
          mailing.attempt(),
          mailing.nextAttemptAt());
    }
  }

  /** Asks a customer. */
  @PostMapping
  @Access(Role.PARTNER)
  @Operation(
      summary = "Ask a customer for a reference",
      description =
          "The customer gets a mail with a link to sign or decline. A customer is asked about a"
              + " specialization once a year, and only outside the partner's own domain. A request"
              + " that reached nobody, because each mail was given up, does not count.")
  ResponseEntity<ReferenceResponse> request(
      Caller caller, @PathVariable String partnerId, @Valid @RequestBody NewReferenceRequest body) {
    RequestReferenceResult result = requestReference.request(toCommand(caller, partnerId, body));
    if (result instanceof RequestReferenceResult.NoPartner noPartner) {
      throw ApiException.notFound(noPartner.reason());
    }
    if (result instanceof RequestReferenceResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    if (result instanceof RequestReferenceResult.TooMany tooMany) {
      throw new ApiException(ProblemType.TOO_MANY_REQUESTS, tooMany.reason());
    }
    RequestReferenceResult.Requested requested = (RequestReferenceResult.Requested) result;
    URI location = Locations.of(PATH + "/{referenceId}", partnerId, requested.request().id());
    return answer(
        ResponseEntity.created(location), get(partnerId, requested.request().id().value()));
  }

  private static RequestReferenceCommand toCommand(
      Caller caller, String partnerId, NewReferenceRequest body) {
    EmailAddress email;
    try {
      email = new EmailAddress(body.signatoryEmail());
    } catch (IllegalArgumentException invalid) {
      throw new InvalidRequestException("signatoryEmail", String.valueOf(invalid.getMessage()));
    }
    try {
      return new RequestReferenceCommand(
          caller.actor(),
          new PartnerId(partnerId),
          new SpecializationCode(body.specialization()),
          new CustomerName(body.customerName()),
          body.customerVat(),
          body.signatoryName(),
          email,
          Language.find(body.language()).orElseThrow());
    } catch (IllegalArgumentException invalid) {
      throw new InvalidRequestException("body", String.valueOf(invalid.getMessage()));
    }
  }

  /** Lists references by id. */
  @GetMapping
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(
      summary = "The partner's references",
      description = "Those asked for by mail and those that came by file, in order of their ids.")
  Page<ReferenceResponse> list(@PathVariable String partnerId, PageQuery page) {
    if (!partners.isKnown(new PartnerId(partnerId))) {
      throw ApiException.notFound("There is no such partner.");
    }
    ReferenceId after = page.after().isEmpty() ? null : new ReferenceId(page.after().get(0));
    List<ListedReference> found =
        references.list(new PartnerId(partnerId), after, page.fetch(), clock.instant());
    return Page.of(found, page, reference -> List.of(reference.id().value()))
        .map(ReferenceResponse::of);
  }

  /**
   * One reference. Its tag is the version for {@code If-Match}; what becomes of mails, and the
   * expiry of links, leaves it. So no answer is 304: a body that is not one a client has kept may
   * have the same tag, and only a body that is returned bare is not compared.
   */
  @GetMapping("/{referenceId}")
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "One reference of the partner")
  ReferenceResponse read(
      @PathVariable String partnerId,
      @PathVariable String referenceId,
      HttpServletResponse response) {
    ListedReference reference = get(partnerId, referenceId);
    if (reference.request() != null) {
      response.setHeader(HttpHeaders.ETAG, Versions.etag(reference.request().version()));
    }
    return ReferenceResponse.of(reference);
  }

  /** Sends the mail again. */
  @PostMapping("/{referenceId}/resend")
  @Access(Role.PARTNER)
  @Operation(
      summary = "Send the mail about a reference again",
      description =
          "While there is no answer, the customer gets a fresh link, and the earlier one is void once"
              + " it is sent; once it is signed, the receipt. Not sooner than seven days after a"
              + " mail that was sent, nor while one is on its way; at once where none was sent. The"
              + " server itself tries failed mails again for some days.")
  ResponseEntity<ReferenceResponse> resend(
      Caller caller,
      @PathVariable String partnerId,
      @PathVariable String referenceId,
      IfMatch ifMatch) {
    ResendReferenceResult result =
        resendReference.resend(
            new ResendReferenceCommand(
                caller.actor(),
                new PartnerId(partnerId),
                new ReferenceId(referenceId),
                ifMatch.version(() -> answer(ResponseEntity.ok(), get(partnerId, referenceId)))));
    if (result instanceof ResendReferenceResult.NotFound) {
      throw notFound();
    }
    if (result instanceof ResendReferenceResult.Stale) {
      throw ApiException.lostUpdate();
    }
    if (result instanceof ResendReferenceResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    if (result instanceof ResendReferenceResult.TooMany tooMany) {
      throw new ApiException(ProblemType.TOO_MANY_REQUESTS, tooMany.reason());
    }
    return answer(ResponseEntity.ok(), get(partnerId, referenceId));
  }

  private ListedReference get(String partnerId, String referenceId) {
    return references
        .find(new PartnerId(partnerId), new ReferenceId(referenceId), clock.instant())
        .orElseThrow(ReferencesController::notFound);
  }

  private static ApiException notFound() {
    return ApiException.notFound(
        "The partner has no such reference, or none that was asked for by mail.");
  }

  private static ResponseEntity<ReferenceResponse> answer(
      ResponseEntity.BodyBuilder builder, ListedReference reference) {
    ListedReference.ByMail request = reference.request();
    if (request != null) {
      builder.eTag(Versions.etag(request.version()));
    }
    return builder.body(ReferenceResponse.of(reference));
  }
}
