package dev.touchstone.application.tier;

import dev.touchstone.domain.partner.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * A range of partner ids in byte order.
 *
 * @param from the first id in the range
 * @param until the first id beyond it; null for no end
 */
public record PartnerRange(PartnerId from, @Nullable PartnerId until) {}
