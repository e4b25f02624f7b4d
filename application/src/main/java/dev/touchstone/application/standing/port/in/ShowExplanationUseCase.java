package dev.touchstone.application.standing.port.in;

import dev.touchstone.application.standing.AsOfQuery;
import dev.touchstone.application.standing.AsOfResult;
import dev.touchstone.application.standing.ExplanationAsOf;

/** Tells a partner where it stands, why, and what would change it. */
public interface ShowExplanationUseCase {

  /** Explains what a night stored, or else what is decided anew. */
  AsOfResult<ExplanationAsOf> show(AsOfQuery query);
}
