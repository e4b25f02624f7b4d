package dev.touchstone.web.standing;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.standing.DecisionAsOf;
import dev.touchstone.application.standing.NightStanding;
import dev.touchstone.application.standing.StandingChange;
import dev.touchstone.application.standing.port.in.ListStandingChangesUseCase;
import dev.touchstone.application.standing.port.in.ListStandingChangesUseCase.ListStandingChangesQuery;
import dev.touchstone.application.standing.port.in.ShowDecisionUseCase;
import dev.touchstone.application.standing.port.out.DecidedNights;
import dev.touchstone.application.standing.port.out.LatestStandings;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.Standing;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageKey;
import dev.touchstone.web.api.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a partner holds, and how it came to it. */
@RestController
@RequestMapping("/api/v1/partners/{partnerId}")
@Tag(name = "Standing")
public class StandingController {

  private final LatestStandings latestStandings;
  private final ShowDecisionUseCase showDecision;
  private final ListStandingChangesUseCase listStandingChanges;
  private final Clock clock;
  private final DecidedNights nights;

  /** Takes its ports, and what time it is. */
  public StandingController(
      LatestStandings latestStandings,
      ShowDecisionUseCase showDecision,
      ListStandingChangesUseCase listStandingChanges,
      Clock clock,
      DecidedNights nights) {
    this.latestStandings = latestStandings;
    this.showDecision = showDecision;
    this.listStandingChanges = listStandingChanges;
    this.clock = clock;
    this.nights = nights;
  }

  @Schema(description = "Tiers are absent where the partner has none.")
  record StandingResponse(
      @Schema(example = "P00001") String partnerId,
      @Schema(example = "2010-11-15") LocalDate businessDate,
      @Schema(example = "1", description = "The run of the night; absent if decided anew.")
          @Nullable Integer run,
      PolicyResponse policy,
      @Schema(example = "SILVER") @Nullable String earned,
      @Schema(example = "GOLD") @Nullable String held,
      @Schema(example = "GOLD", description = "What the directory shows.")
          @Nullable String displayed,
      @Schema(description = "Whether it is held by a right from the previous program.")
          boolean legacy,
      @Schema(
              example = "2010-12-15",
              description = "The day on which the held tier falls unless the evidence recovers.")
          @Nullable LocalDate atRiskUntil,
      @Schema(example = "2010-10-30", description = "The first day at the held tier.")
          @Nullable LocalDate since) {

    static StandingResponse of(
        String partner,
        LocalDate date,
        @Nullable NightId night,
        PolicyVersion policy,
        Standing standing) {
      return new StandingResponse(
          partner,
          date,
          night == null ? null : night.run(),
          PolicyResponse.of(policy),
          nameOf(standing.earned()),
          nameOf(standing.held()),
          nameOf(standing.displayed()),
          standing.legacy(),
          standing.atRiskUntil(),
          standing.since());
    }
  }

  record ChangeResponse(
      @Schema(example = "2010-11-15") LocalDate businessDate,
      @Schema(example = "1") int run,
      @Schema(example = "SILVER") @Nullable String earned,
      @Schema(example = "GOLD") @Nullable String held,
      boolean legacy,
      @Schema(example = "2010-12-15") @Nullable LocalDate atRiskUntil,
      @Schema(example = "2010-10-30") @Nullable LocalDate since,
      @Schema(example = "earns SILVER; at risk until 2010-12-15; no longer met: GOLD.survey")
          String reason) {

    static ChangeResponse of(StandingChange change) {
      Standing standing = change.standing();
      return new ChangeResponse(
          change.night().businessDate(),
          change.night().run(),
          nameOf(standing.earned()),
          nameOf(standing.held()),
          standing.legacy(),
          standing.atRiskUntil(),
          standing.since(),
          change.reason());
    }
  }

  /** What the latest complete night left, or what holds as of another date. */
  @GetMapping("/standing")
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(
      summary = "The standing",
      description =
          "As the latest complete night left it, or as of a date; by what is known now where no"
              + " night ran on the date, or by what was known at a moment.")
  ResponseEntity<StandingResponse> standing(
      Caller caller,
      @PathVariable String partnerId,
      @RequestParam(required = false) @Nullable LocalDate date,
      @RequestParam(required = false) @Nullable Instant knownAt) {
    if (date != null || knownAt != null) {
      return standingAsOf(caller.role(), partnerId, date, knownAt);
    }
    NightStanding latest =
        latestStandings
            .find(new PartnerId(partnerId))
            .orElseThrow(
                () -> ApiException.notFound("No night is complete yet: nothing has been decided."));
    Standing standing = latest.standing();
    if (standing == null) {
      throw ApiException.notFound(
          "The night of %s knows no partner %s. Ids are exact in case."
              .formatted(latest.night(), partnerId));
    }
    return NightTag.answer(
        latest.night(),
        StandingResponse.of(
            partnerId, latest.night().businessDate(), latest.night(), latest.policy(), standing));
  }

  private ResponseEntity<StandingResponse> standingAsOf(
      Role reader, String partnerId, @Nullable LocalDate date, @Nullable Instant knownAt) {
    DecisionAsOf found =
        AsOf.found(showDecision.show(AsOf.query(reader, partnerId, date, knownAt, clock, nights)));
    return NightTag.answer(
        found.night(),
        StandingResponse.of(
            partnerId,
            found.decided().decision().date(),
            found.night(),
            found.decided().decision().policy(),
            found.decided().standing()));
  }

  /** What changed from night to night. */
  @GetMapping("/history")
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(
      summary = "What changed from night to night, newest first",
      description = "Each night that found a decision or standing other than the one before.")
  Page<ChangeResponse> history(@PathVariable String partnerId, PageQuery page) {
    List<StandingChange> found =
        AsOf.found(
            listStandingChanges.list(
                new ListStandingChangesQuery(
                    new PartnerId(partnerId), before(page), page.fetch())));
    return Page.of(
            found,
            page,
            change ->
                List.of(
                    change.night().businessDate().toString(),
                    Integer.toString(change.night().run())))
        .map(ChangeResponse::of);
  }

  private static @Nullable NightId before(PageQuery page) {
    if (PageKey.isAbsent(page)) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(PageKey.text(page, 0));
      return new NightId(AsOf.counted(date), PageKey.place(page, 1));
    } catch (DateTimeException e) {
      throw PageKey.foreign();
    }
  }

  private static @Nullable String nameOf(@Nullable Tier tier) {
    return tier == null ? null : tier.name();
  }
}
