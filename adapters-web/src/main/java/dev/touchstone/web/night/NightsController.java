package dev.touchstone.web.night;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.port.in.DescribeNightUseCase;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.application.night.port.in.FinishNightUseCase;
import dev.touchstone.application.night.port.in.FinishNightUseCase.FinishNightCommand;
import dev.touchstone.application.night.port.in.FinishNightUseCase.FinishNightResult;
import dev.touchstone.application.night.port.in.ListNightsUseCase;
import dev.touchstone.application.night.port.in.StartNightUseCase;
import dev.touchstone.application.night.port.in.StartNightUseCase.StartNightCommand;
import dev.touchstone.application.night.port.in.StartNightUseCase.StartNightResult;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageKey;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.api.QueryDay;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The nights: their record, and their start. */
@RestController
@RequestMapping("/api/v1/nights")
@Tag(name = "Nights")
public class NightsController {

  private final ListNightsUseCase listNights;
  private final FindNightUseCase findNight;
  private final DescribeNightUseCase describeNight;
  private final StartNightUseCase startNight;
  private final FinishNightUseCase finishNight;

  /** Takes its ports. */
  public NightsController(
      ListNightsUseCase listNights,
      FindNightUseCase findNight,
      DescribeNightUseCase describeNight,
      StartNightUseCase startNight,
      FinishNightUseCase finishNight) {
    this.listNights = listNights;
    this.findNight = findNight;
    this.describeNight = describeNight;
    this.startNight = startNight;
    this.finishNight = finishNight;
  }

  record NightRequest(
      @Schema(
              description = "The date to decide, up to today. Default: today in Europe/Rome.",
              example = "2010-11-15")
          @Nullable LocalDate businessDate,
      @Schema(
              description =
                  "Whether a complete night is to be run once more, for files that came late.",
              example = "false")
          @Nullable Boolean again,
      @Schema(
              description =
                  "Whether all partners are decided, also those of whom nothing can have changed.",
              example = "false")
          @Nullable Boolean full) {}

  /** All nights. */
  @GetMapping
  @Access(Role.PROGRAM)
  @Operation(summary = "Nights, newest first")
  Page<NightResponse> list(PageQuery page) {
    List<NightOverview> found = listNights.listNights(before(page), page.fetch());
    return Page.of(
            found,
            page,
            overview -> {
              NightId id = overview.night().id();
              return List.of(id.businessDate().toString(), Integer.toString(id.run()));
            })
        .map(NightResponse::of);
  }

  private static @Nullable NightId before(PageQuery page) {
    if (PageKey.isAbsent(page)) {
      return null;
    }
    try {
      return new NightId(LocalDate.parse(PageKey.text(page, 0)), PageKey.place(page, 1));
    } catch (DateTimeParseException e) {
      throw PageKey.foreign();
    }
  }

  /** One night in full. */
  @GetMapping("/{date}/{run}")
  @Access(Role.PROGRAM)
  @Operation(summary = "One night: what it did, and why it is not complete")
  NightDetailResponse get(@PathVariable("date") LocalDate date, @PathVariable("run") int run) {
    return describeNight
        .describeNight(NightPath.idOf(date, run))
        .map(NightDetailResponse::of)
        .orElseThrow(() -> NightPath.unknown(date, run));
  }

  /** Starts a night, in the background. */
  @PostMapping
  @Access(Role.PROGRAM)
  @Operation(
      summary = "Start a night",
      description = "An attempt at the date's night that did not end goes on.")
  @ApiResponse(
      responseCode = "202",
      description = "It runs; Location tells how far it is.",
      content = @Content(schema = @Schema(implementation = NightResponse.class)))
  ResponseEntity<NightResponse> start(Caller caller, @Valid @RequestBody NightRequest request) {
    StartNightResult result =
        startNight.start(
            new StartNightCommand(
                QueryDay.check("businessDate", request.businessDate()),
                Boolean.TRUE.equals(request.again()),
                Boolean.TRUE.equals(request.full()),
                caller.actor()));
    if (result instanceof StartNightResult.Refused refused) {
      throw ApiException.conflict(refused.reason());
    }
    return accepted(((StartNightResult.Started) result).night());
  }

  private ResponseEntity<NightResponse> accepted(NightId night) {
    return ResponseEntity.accepted()
        .location(NightPath.of(night))
        .body(NightResponse.of(NightPath.find(findNight, night.businessDate(), night.run())));
  }

  /** Lets a night go on that failed or was stopped, in the background. */
  @PostMapping("/{date}/{run}/restart")
  @Access(Role.PROGRAM)
  @Operation(summary = "Finish a night that failed or was stopped")
  @ApiResponse(
      responseCode = "202",
      description = "It runs; Location tells how far it is.",
      content = @Content(schema = @Schema(implementation = NightResponse.class)))
  ResponseEntity<NightResponse> restart(
      Caller caller, @PathVariable("date") LocalDate date, @PathVariable("run") int run) {
    return finish(caller, date, run, false);
  }

  /** Lets a night be published whatever it demotes, in the background. */
  @PostMapping("/{date}/{run}/confirmation")
  @Access(Role.PROGRAM)
  @Operation(
      summary = "Confirm a night that stopped before publication",
      description = "It is published whatever it demotes.")
  @ApiResponse(
      responseCode = "202",
      description = "It runs; Location tells how far it is.",
      content = @Content(schema = @Schema(implementation = NightResponse.class)))
  ResponseEntity<NightResponse> confirm(
      Caller caller, @PathVariable("date") LocalDate date, @PathVariable("run") int run) {
    return finish(caller, date, run, true);
  }

  private ResponseEntity<NightResponse> finish(
      Caller caller, LocalDate date, int run, boolean confirm) {
    NightId night = NightPath.idOf(date, run);
    FinishNightResult result =
        finishNight.finish(new FinishNightCommand(night, confirm, caller.actor()));
    if (result instanceof FinishNightResult.Unknown) {
      throw NightPath.unknown(date, run);
    }
    if (result instanceof FinishNightResult.Refused refused) {
      throw ApiException.conflict(refused.reason());
    }
    return accepted(night);
  }
}
