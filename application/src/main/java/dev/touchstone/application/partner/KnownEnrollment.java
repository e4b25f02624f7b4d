package dev.touchstone.application.partner;

import dev.touchstone.domain.partner.Enrollment;

/**
 * An enrollment as it is known now.
 *
 * @param enrollment what it says
 * @param version rises with every change of it
 */
public record KnownEnrollment(Enrollment enrollment, long version) {}
