package dev.touchstone.web.api;

/**
 * The version that a change is made to, from the header {@code If-Match}; handlers of changes take
 * it as an argument. A request without the header is answered 428, one whose tag no version has
 * 412.
 *
 * @param version the version
 */
public record IfMatch(long version) {}
