package dev.touchstone.batch.recalculation;

import dev.touchstone.domain.standing.DecidedStanding;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A partner just decided.
 *
 * @param decided what it was found to be and to hold
 * @param dueOn the first day on which that could be another without new evidence; null for never
 */
record Recalculated(DecidedStanding decided, @Nullable LocalDate dueOn) {}
