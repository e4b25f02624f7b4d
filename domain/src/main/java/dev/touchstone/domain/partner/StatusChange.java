package dev.touchstone.domain.partner;

import java.time.LocalDate;

/**
 * A status and the day from which it holds, until the next change.
 *
 * @param from the business date of the night that brought it; {@link LocalDate#MIN} for the first,
 *     which holds from the start (domain.md, Dates)
 * @param status the status
 */
public record StatusChange(LocalDate from, PartnerStatus status) {}
