package dev.touchstone.application.standing;

import dev.touchstone.domain.partner.PartnerId;

/**
 * What is stored of a night and what comes out of its evidence do not agree.
 *
 * @param partner whom it is about
 * @param kind in what they differ
 * @param stored what is stored, in short
 * @param recomputed what comes out, in short
 */
public record DecisionDifference(PartnerId partner, Kind kind, String stored, String recomputed) {

  /** In what they differ. */
  public enum Kind {
    /** Nothing is stored of a partner that has evidence. */
    NOT_STORED,
    /** Something is stored of a partner that has no evidence. */
    NO_EVIDENCE,
    /** The stored decision is not the one that its digest, or its columns, are of. */
    DAMAGED,
    /** The decision comes out with another digest. */
    DECISION,
    /** The standing comes out as another. */
    STANDING
  }
}
