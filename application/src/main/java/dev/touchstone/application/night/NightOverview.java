package dev.touchstone.application.night;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A night and how far it is.
 *
 * @param night the night
 * @param startedAt when it was opened
 * @param state how far it is
 * @param failedStep the step that failed; null where none did
 * @param reason one sentence that says why it is not complete; null where it is, and while it runs
 */
public record NightOverview(
    Night night,
    Instant startedAt,
    NightState state,
    @Nullable String failedStep,
    @Nullable String reason) {}
