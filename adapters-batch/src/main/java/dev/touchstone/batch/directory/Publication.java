package dev.touchstone.batch.directory;

/**
 * What a publication did.
 *
 * @param rows partners listed
 * @param changes partners whose listing differs from the publication before
 * @param replaced whether the manifest was replaced; false where it said the same already
 * @param manifestSha256 the digest of the manifest in force, in 64 hexadecimal digits
 */
public record Publication(long rows, long changes, boolean replaced, String manifestSha256) {}
