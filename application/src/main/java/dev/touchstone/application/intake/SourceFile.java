package dev.touchstone.application.intake;

import dev.touchstone.domain.survey.SurveyVendor;
import org.jspecify.annotations.Nullable;

/**
 * A file with evidence in it.
 *
 * @param kind its kind
 * @param vendor the survey vendor; null for other kinds
 * @param path its path below the folder of its delivery (of a night, the inbox), with {@code /}
 *     between names
 * @param bytes its size
 * @param sha256 the digest of its content, 64 hexadecimal digits in lower case
 */
public record SourceFile(
    EvidenceKind kind, @Nullable SurveyVendor vendor, String path, long bytes, String sha256) {}
