package dev.touchstone.web.appeal;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.appeal.AppealDetails;
import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.application.appeal.port.in.AcceptAppealUseCase;
import dev.touchstone.application.appeal.port.in.AcceptAppealUseCase.AcceptAppealCommand;
import dev.touchstone.application.appeal.port.in.RejectAppealUseCase;
import dev.touchstone.application.appeal.port.in.RejectAppealUseCase.RejectAppealCommand;
import dev.touchstone.application.appeal.port.in.ShowAppealUseCase;
import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.application.appeal.port.out.Appeals.Place;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.IfMatch;
import dev.touchstone.web.api.InvalidRequestException;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageKey;
import dev.touchstone.web.api.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All partners' appeals, for the program to rule on. */
@RestController
@RequestMapping("/api/v1/appeals")
@Tag(name = "Appeals")
public class AppealsController {

  private final Appeals appeals;
  private final AcceptAppealUseCase acceptAppeal;
  private final RejectAppealUseCase rejectAppeal;
  private final ShowAppealUseCase showAppeal;

  /** Takes its ports. */
  public AppealsController(
      Appeals appeals,
      AcceptAppealUseCase acceptAppeal,
      RejectAppealUseCase rejectAppeal,
      ShowAppealUseCase showAppeal) {
    this.appeals = appeals;
    this.acceptAppeal = acceptAppeal;
    this.rejectAppeal = rejectAppeal;
    this.showAppeal = showAppeal;
  }

  record AcceptanceRequest(
      @NotBlank @Size(max = 1000) @Schema(example = "They came with the file of June.")
          String reason,
      @Schema(
              example = "2011-02-15",
              description =
                  "Waives the criterion for the partner from the date of the decision up to this"
                      + " day, the first one without; absent to waive nothing.")
          @Nullable LocalDate waiveUntil) {

    private @Nullable LocalDate toWaiveUntil() {
      if (waiveUntil != null && waiveUntil.getYear() > 9999) {
        throw new InvalidRequestException("waiveUntil", "is no date like 2010-10-30");
      }
      return waiveUntil;
    }
  }

  record RejectionRequest(
      @NotBlank @Size(max = 1000) @Schema(example = "The references were withdrawn.")
          String reason) {}

  /** All appeals, those to be ruled on first. */
  @GetMapping
  @Access(Role.PROGRAM)
  @Operation(summary = "All appeals: open ones first, and the oldest of each first")
  Page<AppealResponse> list(
      @RequestParam(required = false) AppealState.@Nullable Kind state, PageQuery page) {
    List<KeptAppeal> found = appeals.list(state, after(page), page.fetch());
    return Page.of(found, page, AppealsController::keyOf).map(AppealResponse::of);
  }

  private static List<String> keyOf(KeptAppeal kept) {
    boolean open = kept.appeal().state() instanceof AppealState.Open;
    return List.of(Boolean.toString(open), kept.appeal().id().value());
  }

  private static @Nullable Place after(PageQuery page) {
    return PageKey.isAbsent(page)
        ? null
        : new Place(
            Boolean.parseBoolean(PageKey.text(page, 0)), new AppealId(PageKey.text(page, 1)));
  }

  /** One appeal. */
  @GetMapping("/{appealId}")
  @Access(Role.PROGRAM)
  @Operation(summary = "One appeal, with what was decided before and after")
  ResponseEntity<AppealDetailsResponse> get(@PathVariable String appealId) {
    return answer(new AppealId(appealId));
  }

  /** Accepts an appeal. */
  @PostMapping("/{appealId}/acceptance")
  @Access(Role.PROGRAM)
  @Operation(
      summary = "Accept an appeal",
      description =
          "The date is decided once more by what is known now, beside what the night stored.")
  ResponseEntity<AppealDetailsResponse> accept(
      Caller caller,
      @PathVariable String appealId,
      IfMatch ifMatch,
      @Valid @RequestBody AcceptanceRequest request) {
    AppealId id = new AppealId(appealId);
    AppealProblems.done(
        acceptAppeal.accept(
            new AcceptAppealCommand(
                caller.actor(),
                id,
                ifMatch.version(() -> answer(id)),
                request.reason(),
                request.toWaiveUntil())));
    return answer(id);
  }

  /** Rejects an appeal. */
  @PostMapping("/{appealId}/rejection")
  @Access(Role.PROGRAM)
  @Operation(summary = "Reject an appeal")
  ResponseEntity<AppealDetailsResponse> reject(
      Caller caller,
      @PathVariable String appealId,
      IfMatch ifMatch,
      @Valid @RequestBody RejectionRequest request) {
    AppealId id = new AppealId(appealId);
    AppealProblems.done(
        rejectAppeal.reject(
            new RejectAppealCommand(
                caller.actor(), id, ifMatch.version(() -> answer(id)), request.reason())));
    return answer(id);
  }

  private ResponseEntity<AppealDetailsResponse> answer(AppealId id) {
    AppealDetails details = showAppeal.find(id, null).orElseThrow(() -> AppealProblems.unknown(id));
    return AppealDetailsResponse.answer(ResponseEntity.ok(), details, Role.PROGRAM);
  }
}
