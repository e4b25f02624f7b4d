package dev.touchstone.application.whatif.service;

import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.application.standing.service.MoveFlowSvg;
import dev.touchstone.application.whatif.port.in.DrawWhatIfUseCase;

/** Draws trials as the command does. */
public final class DrawWhatIfService implements DrawWhatIfUseCase {

  @Override
  public String draw(PolicyTrial trial) {
    return MoveFlowSvg.of(trial);
  }
}
