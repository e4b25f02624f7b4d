package dev.touchstone.application.access;

/** What somebody may do here. */
public enum Role {
  /** The program manager. */
  PROGRAM,
  /** One partner, on its own behalf. */
  PARTNER,
  /** One survey vendor, on its own behalf. */
  VENDOR,
  /** Anybody, without signing in; no account has it. */
  PUBLIC
}
