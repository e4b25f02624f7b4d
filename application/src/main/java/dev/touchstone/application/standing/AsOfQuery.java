package dev.touchstone.application.standing;

import dev.touchstone.domain.partner.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of whom, of which date and by what was known when something is asked.
 *
 * @param partner who
 * @param date as of which date; null for that of the latest complete night
 * @param knownAt by what was known at this moment; null for what the night of the date has stored,
 *     and where none ran, what is known now
 */
public record AsOfQuery(PartnerId partner, @Nullable LocalDate date, @Nullable Instant knownAt) {}
