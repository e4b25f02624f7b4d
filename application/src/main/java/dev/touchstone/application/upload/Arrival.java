package dev.touchstone.application.upload;

import java.nio.file.Path;

/**
 * A file that has come in and that nobody has taken charge of.
 *
 * @param file where it lies
 * @param bytes its size
 * @param sha256 the digest of its content, 64 hexadecimal digits in lower case
 * @param zip whether it begins like a zip archive, as every workbook does
 */
public record Arrival(Path file, long bytes, String sha256, boolean zip) {}
