package dev.touchstone.domain.tier;

/** Why a partner has no tier on a date (domain.md, Dates). */
public enum Undecided {
  /** The date is before the day on which the partner registered. */
  NOT_YET_REGISTERED,
  /** The partner is suspended on the date. */
  SUSPENDED,
  /** The partner has left the program by the date. */
  LEFT
}
