package dev.touchstone.application.directory;

import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Instant;

/**
 * An offer as its latest version has it.
 *
 * @param partner whose
 * @param offer what it says
 * @param withdrawn whether the partner took it back; it is shown to nobody else then
 * @param version the version's number; a later one has a higher
 * @param recordedAt when the version was made
 */
public record KeptOffer(
    PartnerId partner, Offer offer, boolean withdrawn, long version, Instant recordedAt) {}
