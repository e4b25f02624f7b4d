package dev.touchstone.application.directory;

import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.partner.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * A partner whose listing may have changed.
 *
 * @param partner the partner
 * @param now its listing; null where it is not listed
 */
public record ChangedListing(PartnerId partner, @Nullable Listing now) {}
