package dev.touchstone.application.intake;

import org.jspecify.annotations.Nullable;

/**
 * A rejected row, or a file rejected whole.
 *
 * @param path the file's path below the inbox
 * @param place where the row stands; null for a whole file
 * @param key the row's key; empty for a whole file
 * @param fault what is wrong
 */
public record RejectedRow(String path, @Nullable RowPlace place, String key, Fault fault) {}
