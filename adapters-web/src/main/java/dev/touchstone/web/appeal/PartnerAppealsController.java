package dev.touchstone.web.appeal;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.appeal.AppealDetails;
import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.application.appeal.port.in.FileAppealUseCase;
import dev.touchstone.application.appeal.port.in.FileAppealUseCase.FileAppealCommand;
import dev.touchstone.application.appeal.port.in.ShowAppealUseCase;
import dev.touchstone.application.appeal.port.in.WithdrawAppealUseCase;
import dev.touchstone.application.appeal.port.in.WithdrawAppealUseCase.WithdrawAppealCommand;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.appeal.Appeal;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.time.ProgramDays;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.IfMatch;
import dev.touchstone.web.api.InvalidRequestException;
import dev.touchstone.web.api.Locations;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A partner's appeals. */
@RestController
@RequestMapping("/api/v1/partners/{partnerId}/appeals")
@Tag(name = "Appeals")
public class PartnerAppealsController {

  private final Appeals appeals;
  private final FileAppealUseCase fileAppeal;
  private final WithdrawAppealUseCase withdrawAppeal;
  private final ShowAppealUseCase showAppeal;
  private final Partners partners;
  private final Clock clock;

  /** Takes its ports, and the clock that says what day it is. */
  public PartnerAppealsController(
      Appeals appeals,
      FileAppealUseCase fileAppeal,
      WithdrawAppealUseCase withdrawAppeal,
      ShowAppealUseCase showAppeal,
      Partners partners,
      Clock clock) {
    this.appeals = appeals;
    this.fileAppeal = fileAppeal;
    this.withdrawAppeal = withdrawAppeal;
    this.showAppeal = showAppeal;
    this.partners = partners;
    this.clock = clock;
  }

  record AppealRequest(
      @NotNull
          @Schema(
              example = "2010-11-15",
              description = "The business date of the night that decided.")
          LocalDate date,
      @NotBlank @Size(max = 1000) @Schema(example = "GOLD") String tier,
      @NotBlank
          @Size(max = 1000)
          @Schema(
              example = "references",
              description = "The criterion that was judged as not met, by its key in a policy.")
          String criterion,
      @NotBlank
          @Size(max = Appeal.LONGEST_EVIDENCE)
          @Schema(example = "Two references of May are missing.")
          String evidence) {

    private TierCriterion toCriterion() {
      for (CriterionKind kind : CriterionKind.values()) {
        if (kind.key().equals(criterion)) {
          return new TierCriterion(new Tier(tier), kind);
        }
      }
      throw new InvalidRequestException(
          "criterion",
          "is one of "
              + Arrays.stream(CriterionKind.values())
                  .map(CriterionKind::key)
                  .collect(Collectors.joining(", ")));
    }

    private LocalDate toDate() {
      if (date.getYear() < 1 || date.getYear() > 9999) {
        throw new InvalidRequestException("date", "is no date like 2010-10-30");
      }
      return date;
    }
  }

  /** Files an appeal. */
  @PostMapping
  @Access(Role.PARTNER)
  @Operation(
      summary = "Appeal against one finding of one decision",
      description =
          "Against one that was judged as not met, of a day on which the partner took part in the"
              + " program, and in time; also by a partner that has left since.")
  ResponseEntity<AppealDetailsResponse> file(
      Caller caller, @PathVariable String partnerId, @Valid @RequestBody AppealRequest request) {
    KeptAppeal filed =
        AppealProblems.done(
            fileAppeal.file(
                new FileAppealCommand(
                    caller.actor(),
                    new PartnerId(partnerId),
                    request.toDate(),
                    request.toCriterion(),
                    request.evidence())));
    return AppealDetailsResponse.answer(
        ResponseEntity.created(addressOf(filed.appeal())),
        find(partnerId, filed.appeal().id()),
        caller.role());
  }

  private static URI addressOf(Appeal appeal) {
    return Locations.of(
        "/api/v1/partners/{partnerId}/appeals/{appealId}", appeal.partner(), appeal.id());
  }

  /** The partner's appeals. */
  @GetMapping
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "The partner's appeals, newest first")
  Page<AppealResponse> list(@PathVariable String partnerId, PageQuery page) {
    if (partners.find(new PartnerId(partnerId), ProgramDays.today(clock)).isEmpty()) {
      throw ApiException.notFound(
          "There is no partner %s. Ids are exact in case.".formatted(partnerId));
    }
    AppealId before = page.after().isEmpty() ? null : new AppealId(page.after().get(0));
    List<KeptAppeal> found = appeals.listOf(new PartnerId(partnerId), before, page.fetch());
    return Page.of(found, page, kept -> List.of(kept.appeal().id().value()))
        .map(AppealResponse::of);
  }

  /** One of them. */
  @GetMapping("/{appealId}")
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "One appeal of the partner, with what was decided before and after")
  ResponseEntity<AppealDetailsResponse> get(
      Caller caller, @PathVariable String partnerId, @PathVariable String appealId) {
    return AppealDetailsResponse.answer(
        ResponseEntity.ok(), find(partnerId, new AppealId(appealId)), caller.role());
  }

  /** Takes an appeal back. */
  @PostMapping("/{appealId}/withdrawal")
  @Access(Role.PARTNER)
  @Operation(summary = "Withdraw an appeal that is open")
  ResponseEntity<AppealDetailsResponse> withdraw(
      Caller caller,
      @PathVariable String partnerId,
      @PathVariable String appealId,
      IfMatch ifMatch) {
    AppealId id = new AppealId(appealId);
    AppealProblems.done(
        withdrawAppeal.withdraw(
            new WithdrawAppealCommand(
                caller.actor(),
                new PartnerId(partnerId),
                id,
                ifMatch.version(() -> get(caller, partnerId, appealId)))));
    return AppealDetailsResponse.answer(ResponseEntity.ok(), find(partnerId, id), caller.role());
  }

  private AppealDetails find(String partnerId, AppealId id) {
    return showAppeal
        .find(id, new PartnerId(partnerId))
        .orElseThrow(() -> AppealProblems.unknown(id));
  }
}
