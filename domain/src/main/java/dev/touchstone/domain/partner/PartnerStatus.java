package dev.touchstone.domain.partner;

/** Whether a partner takes part in the program; only an active one has a tier. */
public enum PartnerStatus {
  /** Takes part. */
  ACTIVE,
  /** Suspended by the program. */
  SUSPENDED,
  /** Has left the program. */
  LEFT
}
