package dev.touchstone.application.standing;

import dev.touchstone.domain.tier.Finding.Survey.CountedResponse;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one response as known for some time, and nothing of who gave them.
 *
 * @param response which
 * @param answeredOn the day of the answer
 * @param satisfaction overall satisfaction, 1 to 10
 * @param recommend whether the customer would recommend the partner, 0 to 10; null if not said
 * @param recordedAt from when on it was known so
 * @param supersededAt when something else became known; null if it is still known so
 */
public record SurveyAnswer(
    CountedResponse response,
    LocalDate answeredOn,
    int satisfaction,
    @Nullable Integer recommend,
    Instant recordedAt,
    @Nullable Instant supersededAt) {}
