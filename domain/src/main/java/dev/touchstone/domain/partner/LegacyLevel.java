package dev.touchstone.domain.partner;

/** What a partner was in the previous program (formats.md, CSV). */
public enum LegacyLevel {
  /** Not a certified partner. */
  NONE,
  /** Certified. */
  CERTIFIED,
  /** Gold certified: a policy may let it hold a tier for a time (domain.md, Standing 3). */
  GOLD_CERTIFIED
}
