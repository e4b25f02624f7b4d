package dev.touchstone.application.integrity;

import dev.touchstone.domain.partner.PartnerId;

/**
 * Something odd about the evidence on a partner. It may name persons: never for the feed.
 *
 * @param kind what is odd
 * @param partner whom the evidence is about
 * @param subject who or what is odd, as the evidence writes it
 * @param detail the numbers, in words
 */
public record IntegrityFinding(
    IntegrityKind kind, PartnerId partner, String subject, String detail) {}
