package dev.touchstone.application.intake;

import dev.touchstone.domain.survey.SurveyVendor;
import org.jspecify.annotations.Nullable;

/**
 * A file found in the inbox.
 *
 * @param kind its kind
 * @param vendor the survey vendor, by the name of the folder; null for other kinds
 * @param path its path below the inbox, with {@code /} between names
 * @param bytes its size
 * @param sha256 the digest of its content, 64 hexadecimal digits in lower case
 */
public record SourceFile(
    EvidenceKind kind, @Nullable SurveyVendor vendor, String path, long bytes, String sha256) {}
