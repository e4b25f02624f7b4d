package dev.touchstone.application.certification;

import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;

/**
 * For whom a person works from a day on, or that the person no longer does.
 *
 * @param person the person
 * @param partner the partner
 * @param from the first day; {@link LocalDate#MIN} for a first employer
 * @param hasLeft whether the person does not work for the partner any more, nor for another
 * @param version rises with every change
 */
public record Employment(
    PersonId person, PartnerId partner, LocalDate from, boolean hasLeft, long version) {}
