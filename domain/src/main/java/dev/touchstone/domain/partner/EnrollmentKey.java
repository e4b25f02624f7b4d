package dev.touchstone.domain.partner;

import dev.touchstone.domain.catalog.SpecializationCode;
import java.time.LocalDate;

/**
 * What tells the enrollments of one partner apart (formats.md, CSV).
 *
 * @param specialization the specialization
 * @param kind toolkit or competency
 * @param from its first day
 */
public record EnrollmentKey(
    SpecializationCode specialization, EnrollmentKind kind, LocalDate from) {}
