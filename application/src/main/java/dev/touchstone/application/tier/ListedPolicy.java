package dev.touchstone.application.tier;

import dev.touchstone.domain.tier.PolicyVersion;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version among all others.
 *
 * @param version which one
 * @param effectiveFrom the first day on which it is in force
 * @param until the first day on which the next one is; null while there is none, and of a retired
 *     one
 * @param state what it is to the program
 * @param registeredAt when it was registered; null of the one shipped with the product while it
 *     stands in for a registry that is empty
 * @param revision how often its record was written, retiring it included
 */
public record ListedPolicy(
    PolicyVersion version,
    LocalDate effectiveFrom,
    @Nullable LocalDate until,
    PolicyState state,
    @Nullable Instant registeredAt,
    long revision) {}
