package dev.touchstone.application.upload;

import dev.touchstone.domain.survey.SurveyVendor;
import java.time.LocalDate;

/**
 * A vendor's workbook as it came.
 *
 * @param vendor whose it is
 * @param fileName what the vendor calls it: a label, never a path
 * @param bytes its size
 * @param sha256 the digest of its content, 64 hexadecimal digits in lower case
 * @param businessDate the date on which it came, in the program's time zone
 * @param dryRun whether it is only judged
 */
public record UploadedWorkbook(
    SurveyVendor vendor,
    String fileName,
    long bytes,
    String sha256,
    LocalDate businessDate,
    boolean dryRun) {}
