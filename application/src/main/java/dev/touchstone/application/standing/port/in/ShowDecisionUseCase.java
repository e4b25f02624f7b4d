package dev.touchstone.application.standing.port.in;

import dev.touchstone.application.standing.AsOfQuery;
import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.DecisionAsOf;

/** Shows what was decided of a partner. */
public interface ShowDecisionUseCase {

  /** The decision that a night stored, or else a new one. */
  AsOfResult<DecisionAsOf> show(AsOfQuery query);
}
