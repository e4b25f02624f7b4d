package dev.touchstone.web.night;

import dev.touchstone.application.night.Night;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.NightState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A night as the API shows it in lists. */
record NightResponse(
    @Schema(example = "2010-11-15") LocalDate date,
    @Schema(example = "1") int run,
    NightState state,
    @Schema(example = "partner-network") String policy,
    @Schema(example = "1") int policyVersion,
    Instant startedAt,
    @Schema(description = "When its evidence was complete.") @Nullable Instant evidenceKnownAt,
    @Schema(description = "When somebody said that it may be published whatever it demotes.")
        @Nullable Instant confirmedAt,
    @Nullable Instant completedAt,
    @Schema(example = "publish-feed") @Nullable String failedStep,
    @Schema(description = "Why it is not complete; absent while it runs.")
        @Nullable String reason) {

  static NightResponse of(NightOverview overview) {
    Night night = overview.night();
    return new NightResponse(
        night.id().businessDate(),
        night.id().run(),
        overview.state(),
        night.policy().policy(),
        night.policy().version(),
        overview.startedAt(),
        night.evidenceKnownAt(),
        night.confirmedAt(),
        night.completedAt(),
        overview.failedStep(),
        overview.reason());
  }
}
