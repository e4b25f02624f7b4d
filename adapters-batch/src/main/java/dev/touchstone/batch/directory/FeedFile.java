package dev.touchstone.batch.directory;

/**
 * One file of a publication, as the manifest describes it.
 *
 * @param path relative to the feed folder, parts joined by {@code /}
 * @param rows its lines
 * @param bytes its length as it lies there, compressed
 * @param sha256 the digest of these bytes, in 64 hexadecimal digits
 */
record FeedFile(String path, long rows, long bytes, String sha256) {}
