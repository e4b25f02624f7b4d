package dev.touchstone.web.directory;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.directory.KeptOffer;
import dev.touchstone.application.directory.OfferResult;
import dev.touchstone.application.directory.port.in.ChangeOfferUseCase;
import dev.touchstone.application.directory.port.in.ChangeOfferUseCase.ChangeOfferCommand;
import dev.touchstone.application.directory.port.in.CreateOfferUseCase;
import dev.touchstone.application.directory.port.in.CreateOfferUseCase.CreateOfferCommand;
import dev.touchstone.application.directory.port.in.WithdrawOfferUseCase;
import dev.touchstone.application.directory.port.in.WithdrawOfferUseCase.WithdrawOfferCommand;
import dev.touchstone.application.directory.port.out.Offers;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.directory.OfferText;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.ProgramDays;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.IfMatch;
import dev.touchstone.web.api.Locations;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.api.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a partner offers in the directory. */
@RestController
@RequestMapping("/api/v1/partners/{partnerId}/offers")
@Tag(name = "Offers")
public class OffersController {

  private final Offers offers;
  private final CreateOfferUseCase createOffer;
  private final ChangeOfferUseCase changeOffer;
  private final WithdrawOfferUseCase withdrawOffer;
  private final Partners partners;
  private final Clock clock;

  /** Takes its ports; the clock says what day it is. */
  public OffersController(
      Offers offers,
      CreateOfferUseCase createOffer,
      ChangeOfferUseCase changeOffer,
      WithdrawOfferUseCase withdrawOffer,
      Partners partners,
      Clock clock) {
    this.offers = offers;
    this.createOffer = createOffer;
    this.changeOffer = changeOffer;
    this.withdrawOffer = withdrawOffer;
    this.partners = partners;
    this.clock = clock;
  }

  record OfferResponse(
      @Schema(example = "O-000000017") String offerId,
      @Schema(example = "P00001") String partnerId,
      @Schema(example = "Gestionale su misura") @Nullable String titleIt,
      @Schema(example = "Tailored ERP") @Nullable String titleEn,
      @Schema(example = "Analisi, avvio e assistenza.") @Nullable String textIt,
      @Schema(example = "Analysis, launch and support.") @Nullable String textEn,
      @Schema(example = "[\"CRM\"]") List<String> specializations,
      @Schema(example = "[\"MI\",\"TO\"]") List<String> provinces,
      @Schema(description = "Whether it was taken out of the directory.") boolean withdrawn,
      Instant changedAt) {

    static OfferResponse of(KeptOffer kept) {
      OfferContent content = kept.offer().content();
      OfferText italian = content.italian();
      OfferText english = content.english();
      return new OfferResponse(
          kept.offer().id().value(),
          kept.partner().value(),
          italian == null ? null : italian.title(),
          english == null ? null : english.title(),
          italian == null ? null : italian.text(),
          english == null ? null : english.text(),
          content.specializations().stream().map(SpecializationCode::value).toList(),
          content.provinces(),
          kept.withdrawn(),
          kept.recordedAt());
    }
  }

  /** Creates an offer. */
  @PostMapping
  @Access(Role.PARTNER)
  @Operation(
      summary = "Offer something in the directory",
      description = "The next night publishes it.")
  ResponseEntity<OfferResponse> create(
      Caller caller, @PathVariable String partnerId, @Valid @RequestBody OfferRequest request) {
    KeptOffer created =
        done(
            createOffer.create(
                new CreateOfferCommand(
                    caller.actor(), new PartnerId(partnerId), request.toContent())));
    return ResponseEntity.created(addressOf(created))
        .eTag(Versions.etag(created.version()))
        .body(OfferResponse.of(created));
  }

  private static URI addressOf(KeptOffer offer) {
    return Locations.of(
        "/api/v1/partners/{partnerId}/offers/{offerId}", offer.partner(), offer.offer().id());
  }

  /** The partner's offers. */
  @GetMapping
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "The partner's offers, withdrawn ones too, oldest first")
  Page<OfferResponse> list(@PathVariable String partnerId, PageQuery page) {
    if (partners.find(new PartnerId(partnerId), ProgramDays.today(clock)).isEmpty()) {
      throw ApiException.notFound(
          "There is no partner %s. Ids are exact in case.".formatted(partnerId));
    }
    OfferId after = page.after().isEmpty() ? null : new OfferId(page.after().get(0));
    List<KeptOffer> found = offers.list(new PartnerId(partnerId), after, page.fetch());
    return Page.of(found, page, kept -> List.of(kept.offer().id().value())).map(OfferResponse::of);
  }

  /** One of them. */
  @GetMapping("/{offerId}")
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "One offer of the partner")
  ResponseEntity<OfferResponse> get(@PathVariable String partnerId, @PathVariable String offerId) {
    return answer(
        offers
            .find(new PartnerId(partnerId), new OfferId(offerId))
            .orElseThrow(
                () -> ApiException.notFound("The partner has no offer %s.".formatted(offerId))));
  }

  /** Changes an offer. */
  @PutMapping("/{offerId}")
  @Access(Role.PARTNER)
  @Operation(summary = "Change what an offer says")
  ResponseEntity<OfferResponse> change(
      Caller caller,
      @PathVariable String partnerId,
      @PathVariable String offerId,
      IfMatch ifMatch,
      @Valid @RequestBody OfferRequest request) {
    return answer(
        done(
            changeOffer.change(
                new ChangeOfferCommand(
                    caller.actor(),
                    new PartnerId(partnerId),
                    new OfferId(offerId),
                    ifMatch.version(() -> get(partnerId, offerId)),
                    request.toContent()))));
  }

  /** Withdraws an offer. */
  @DeleteMapping("/{offerId}")
  @Access(Role.PARTNER)
  @Operation(
      summary = "Withdraw an offer",
      description = "It leaves the directory with the next night; the partner can still read it.")
  ResponseEntity<OfferResponse> withdraw(
      Caller caller,
      @PathVariable String partnerId,
      @PathVariable String offerId,
      IfMatch ifMatch) {
    return answer(
        done(
            withdrawOffer.withdraw(
                new WithdrawOfferCommand(
                    caller.actor(),
                    new PartnerId(partnerId),
                    new OfferId(offerId),
                    ifMatch.version(() -> get(partnerId, offerId))))));
  }

  private static KeptOffer done(OfferResult result) {
    if (result instanceof OfferResult.NotFound nothing) {
      throw ApiException.notFound(nothing.reason());
    }
    if (result instanceof OfferResult.Stale) {
      throw ApiException.lostUpdate();
    }
    if (result instanceof OfferResult.Withdrawn withdrawn) {
      throw ApiException.conflict(withdrawn.reason());
    }
    if (result instanceof OfferResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    return ((OfferResult.Done) result).offer();
  }

  private static ResponseEntity<OfferResponse> answer(KeptOffer offer) {
    return ResponseEntity.ok().eTag(Versions.etag(offer.version())).body(OfferResponse.of(offer));
  }
}
