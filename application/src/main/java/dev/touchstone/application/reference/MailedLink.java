package dev.touchstone.application.reference;

import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.ReferenceId;
import java.time.Instant;

/**
 * A link and the one mail that carries it.
 *
 * @param hash by what the link is found again
 * @param kind what it is for
 * @param reference the reference it is about
 * @param attempt 1 for a mail that somebody caused, and one more for each time that the server
 *     tries it again
 * @param createdAt when it was made
 */
public record MailedLink(
    LinkHash hash, LinkKind kind, ReferenceId reference, int attempt, Instant createdAt) {}
