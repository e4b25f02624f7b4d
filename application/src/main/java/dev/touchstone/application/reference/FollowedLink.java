package dev.touchstone.application.reference;

import dev.touchstone.domain.reference.ReferenceRequest;

/**
 * A link that somebody followed.
 *
 * @param request what it is about
 * @param replaced whether the mail with a later link of the kind was sent
 */
public record FollowedLink(ReferenceRequest request, boolean replaced) {}
