package dev.touchstone.batch.arrival;

import java.time.Instant;

/**
 * A file as a listing shows it.
 *
 * @param path its path below the folder that is looked at, with {@code /} between names
 * @param bytes its size
 * @param modified when it was last written
 */
record Offered(String path, long bytes, Instant modified) {}
