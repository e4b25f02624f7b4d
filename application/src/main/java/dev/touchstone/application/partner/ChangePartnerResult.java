package dev.touchstone.application.partner;

/** What came of a change to a partner. */
public sealed interface ChangePartnerResult {

  /** The partner as it is now, changed or as it was before. */
  record Changed(KnownPartner partner) implements ChangePartnerResult {}

  /** There is no such partner. */
  record NotFound(String reason) implements ChangePartnerResult {}

  /** Somebody else has changed it since. */
  record Stale() implements ChangePartnerResult {}

  /** A rule forbids it. */
  record Refused(String reason) implements ChangePartnerResult {}
}
