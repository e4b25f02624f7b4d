package dev.touchstone.application.audit;

import dev.touchstone.application.access.Actor;
import java.time.Instant;

/**
 * One change that somebody made.
 *
 * @param id its number; later entries have higher ones
 * @param at when
 * @param actor who, and from where
 * @param action what was done, in capitals, verb first: {@code ADD_ENROLLMENT}
 * @param subject to what, as kind and id: {@code partner/P00001}
 * @param detail the change itself in a line; never a password, a token or a link that signs
 */
public record AuditEntry(
    long id, Instant at, Actor actor, String action, String subject, String detail) {}
