package dev.touchstone.application.tier;

/** What a registered version is to the program, as of the latest night. */
public enum PolicyState {
  /** A later version has taken its place. */
  PAST,
  /** The latest night was decided under it. */
  IN_FORCE,
  /** No night has reached its effective date. */
  TO_COME,
  /** Taken back before it took effect. */
  RETIRED
}
