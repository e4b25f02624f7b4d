package dev.touchstone.application.whatif.port.in;

import dev.touchstone.application.standing.PolicyTrial;

/** Draws where partners go under a candidate policy. */
public interface DrawWhatIfUseCase {

  /** The moves of displayed tiers as an SVG image. */
  String draw(PolicyTrial trial);
}
