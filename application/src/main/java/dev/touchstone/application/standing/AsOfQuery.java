package dev.touchstone.application.standing;

import dev.touchstone.application.access.Role;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of whom, of which date and by what was known when something is asked, and by whom.
 *
 * @param partner who
 * @param date as of which date; null for that of the latest complete night
 * @param knownAt by what was known at this moment; null for what the night of the date has stored,
 *     and where none ran, what is known now
 * @param reader in what role; the program is told more of the survey than the partner
 */
public record AsOfQuery(
    PartnerId partner, @Nullable LocalDate date, @Nullable Instant knownAt, Role reader) {}
