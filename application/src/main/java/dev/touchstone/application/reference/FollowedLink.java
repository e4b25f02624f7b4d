package dev.touchstone.application.reference;

import dev.touchstone.domain.reference.ReferenceRequest;

/**
 * A link that somebody followed.
 *
 * @param request what it is about
 * @param replaced whether a later link has taken its place
 */
public record FollowedLink(ReferenceRequest request, boolean replaced) {}
