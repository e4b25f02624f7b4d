package dev.touchstone.domain.tier.matching;

/**
 * The persons joined to one specialization: "four people on one competency".
 *
 * <p>Source: domain.md, Certified people: a matching (criterion {@code team}).
 *
 * @param specialization index of the specialization
 * @param size number of persons joined to it
 */
public record Team(int specialization, int size) {}
