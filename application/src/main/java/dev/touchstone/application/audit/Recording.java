package dev.touchstone.application.audit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * By what and when a change made by somebody becomes evidence.
 *
 * @param auditId the number of the log's entry that tells of the change
 * @param businessDate the day of the change, in the program's time zone
 * @param recordedAt the moment from which it is known
 */
public record Recording(long auditId, LocalDate businessDate, Instant recordedAt) {}
