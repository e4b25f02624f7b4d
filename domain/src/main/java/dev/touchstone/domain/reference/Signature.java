package dev.touchstone.domain.reference;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A customer's signature.
 *
 * @param statement what was signed
 * @param signatory who signed, as the signatory wrote the own name
 * @param at when
 * @param on the day in the program's time zone, from which the reference counts
 */
public record Signature(Statement statement, String signatory, Instant at, LocalDate on) {}
