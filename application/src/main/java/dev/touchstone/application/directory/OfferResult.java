package dev.touchstone.application.directory;

/** How a change of a partner's offers went. */
public sealed interface OfferResult {

  /** It was made. */
  record Done(KeptOffer offer) implements OfferResult {}

  /**
   * There is no such partner, or it has no such offer.
   *
   * @param reason one sentence that says so
   */
  record NotFound(String reason) implements OfferResult {}

  /** Somebody else changed the offer since the version that the change is made to. */
  record Stale() implements OfferResult {}

  /**
   * The offer is withdrawn, and stays as it was.
   *
   * @param reason one sentence that says so
   */
  record Withdrawn(String reason) implements OfferResult {}

  /**
   * A rule of the program forbids it.
   *
   * @param reason one sentence that says which and what to do
   */
  record Refused(String reason) implements OfferResult {}
}
