package dev.touchstone.application.directory.search;

import dev.touchstone.domain.partner.PartnerId;

/**
 * A place in the order of results: by points, the most first, then by partner id.
 *
 * @param points of the result that stands there
 * @param partner whose it is
 */
public record SearchPosition(int points, PartnerId partner) {}
