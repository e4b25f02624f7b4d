package dev.touchstone.application.arrival;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.domain.survey.SurveyVendor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A whole file that came in.
 *
 * @param kind its kind
 * @param vendor the survey vendor; null for other kinds
 * @param source where it came from: the path of a file, or the address of one on another machine
 * @param modified when it was last written there
 * @param bytes its size
 * @param sha256 the digest of its content, 64 hexadecimal digits in lower case
 */
public record ArrivedFile(
    EvidenceKind kind,
    @Nullable SurveyVendor vendor,
    String source,
    Instant modified,
    long bytes,
    String sha256) {}
