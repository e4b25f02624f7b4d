package dev.touchstone.domain.certification;

import dev.touchstone.domain.catalog.CertificationCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One certificate of one person.
 *
 * @param id the certificate's id
 * @param code what was passed
 * @param awardedOn the first day on which it counts
 * @param expiresOn the first day on which it no longer counts, if it expires
 * @param revokedOn the first day on which it no longer counts, if it was revoked
 */
public record Certification(
    CertificateId id,
    CertificationCode code,
    LocalDate awardedOn,
    @Nullable LocalDate expiresOn,
    @Nullable LocalDate revokedOn) {

  /** Whether it counts on the day (domain.md, Dates). */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(awardedOn)
        && (expiresOn == null || day.isBefore(expiresOn))
        && (revokedOn == null || day.isBefore(revokedOn));
  }
}
