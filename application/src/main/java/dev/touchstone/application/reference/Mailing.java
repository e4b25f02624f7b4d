package dev.touchstone.application.reference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mail that carries a link.
 *
 * @param kind what the link is for
 * @param state how far the mail has come
 * @param at when it got there
 * @param failure why it is not known to be sent, in a sentence; null in other states
 * @param attempt which attempt of the server it is, from 1
 * @param nextAttemptAt from when on the server tries again; null where it does not
 */
public record Mailing(
    LinkKind kind,
    MailState state,
    Instant at,
    @Nullable String failure,
    int attempt,
    @Nullable Instant nextAttemptAt) {}
