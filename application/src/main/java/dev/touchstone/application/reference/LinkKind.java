package dev.touchstone.application.reference;

/** What a customer's link is for. */
public enum LinkKind {
  /** To sign or decline: taken once, and for a time only. */
  SIGNING,
  /** To see what was signed and to take it back: it does not expire. */
  RECEIPT
}
