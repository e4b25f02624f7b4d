package dev.touchstone.domain.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What has become of a reference that a partner asked for (domain.md, Words). */
public enum ReferenceStatus {
  /** The customer has not answered yet. */
  REQUESTED,
  /** The customer has signed. */
  SIGNED,
  /** The customer will not sign. */
  DECLINED,
  /** The customer did not answer while the link was valid. */
  EXPIRED,
  /** The customer has taken the signature back. */
  WITHDRAWN;

  /**
   * What the dates of a reference say; where it is signed, a decline is ignored (domain.md,
   * References).
   *
   * @param expired whether the link to sign has expired
   */
  public static ReferenceStatus of(
      @Nullable LocalDate signedOn,
      @Nullable LocalDate declinedOn,
      @Nullable LocalDate withdrawnOn,
      boolean expired) {
    if (withdrawnOn != null) {
      return WITHDRAWN;
    } else if (signedOn != null) {
      return SIGNED;
    } else if (declinedOn != null) {
      return DECLINED;
    }
    return expired ? EXPIRED : REQUESTED;
  }
}
