package dev.touchstone.domain.partner;

/** What a partner has in a specialization (domain.md, Words). */
public enum EnrollmentKind {
  /** Access to its toolkit. */
  TOOLKIT,
  /** The partner requests certification in it. */
  COMPETENCY
}
