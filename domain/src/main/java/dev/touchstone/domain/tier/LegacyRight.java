package dev.touchstone.domain.tier;

import dev.touchstone.domain.partner.LegacyLevel;
import java.time.LocalDate;

/**
 * What partners of the previous program hold for a time (domain.md, Standing 3).
 *
 * @param level who has the right
 * @param holds the least tier they hold
 * @param until the sunset: the first day without the right
 */
public record LegacyRight(LegacyLevel level, Tier holds, LocalDate until) {}
