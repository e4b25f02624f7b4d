package dev.touchstone.domain.directory;

/**
 * What a partner offers to customers (domain.md, Words: Directory, Listing, Offer).
 *
 * @param id its id
 * @param content what it says
 */
public record Offer(OfferId id, OfferContent content) {}
