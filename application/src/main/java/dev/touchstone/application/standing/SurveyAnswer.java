package dev.touchstone.application.standing;

import org.jspecify.annotations.Nullable;

/**
 * The scores of one response, and nothing of who gave them.
 *
 * @param satisfaction overall satisfaction, 1 to 10
 * @param recommend whether the customer would recommend the partner, 0 to 10; null if not said
 */
public record SurveyAnswer(int satisfaction, @Nullable Integer recommend) {}
