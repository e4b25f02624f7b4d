package dev.touchstone.application.standing.port.in;

import dev.touchstone.domain.standing.StandingRules;
import java.time.Instant;

/**
 * Gets the rules by which the night decides; whoever asks for another date or moment takes them.
 */
public interface GetStandingRulesUseCase {

  /**
   * The rules: the catalog, all policy versions and the waivers known at a moment. They may be used
   * by several threads.
   *
   * @throws IllegalArgumentException if the program has no policy
   */
  StandingRules getRules(Instant knownAt);
}
