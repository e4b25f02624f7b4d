package dev.touchstone.application.reference;

import dev.touchstone.domain.reference.ReferenceRequest;

/**
 * A mail that has failed, or that nobody sends any more, and that it is time to try again.
 *
 * @param link its link
 * @param request what it is about
 */
public record DueMail(MailedLink link, ReferenceRequest request) {}
